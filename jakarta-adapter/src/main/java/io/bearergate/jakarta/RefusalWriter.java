package io.bearergate.jakarta;

import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Challenge.HeaderField;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a challenge as the whole answer. Not by {@code sendError}, which would run the
 * application's error page over it.
 */
final class RefusalWriter {

  private RefusalWriter() {}

  static void write(Challenge challenge, HttpServletResponse response) throws IOException {
    response.setStatus(challenge.status());
    for (HeaderField field : challenge.headers()) {
      if (field.name().equals("WWW-Authenticate")) {
        response.addHeader(field.name(), field.value());
      } else {
        response.setHeader(field.name(), field.value());
      }
    }
    byte[] body = challenge.body().getBytes(StandardCharsets.UTF_8);
    try {
      response.getOutputStream().write(body);
    } catch (
        IllegalStateException e) { // a forward or include after the application took the writer
      response.getWriter().write(challenge.body());
    }
  }
}
