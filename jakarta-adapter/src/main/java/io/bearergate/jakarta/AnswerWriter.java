package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Challenge.HeaderField;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes an answer of ours as the whole answer. Not by {@code sendError}, which would run the
 * application's error page over it.
 */
final class AnswerWriter {

  private AnswerWriter() {}

  static void write(Decision.Publish document, HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setHeader("Content-Type", "application/json");
    response.setHeader("Cache-Control", "public, max-age=300");
    write(document.json(), response);
  }

  static void write(Challenge challenge, HttpServletResponse response) throws IOException {
    response.setStatus(challenge.status());
    for (HeaderField field : challenge.headers()) {
      if (field.name().equals("WWW-Authenticate")) {
        response.addHeader(field.name(), field.value());
      } else {
        response.setHeader(field.name(), field.value());
      }
    }
    write(challenge.body(), response);
  }

  private static void write(String body, HttpServletResponse response) throws IOException {
    try {
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    } catch (
        IllegalStateException e) { // a forward or include after the application took the writer
      response.getWriter().write(body);
    }
  }
}
