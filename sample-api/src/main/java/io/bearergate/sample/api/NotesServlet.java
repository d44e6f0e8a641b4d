package io.bearergate.sample.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everybody's own notes, in memory: {@code GET|POST /api/notes}. */
public final class NotesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_BODY = 4096;
  private static final int TOO_LARGE = 413;

  private final transient Notebooks notebooks = new Notebooks();
  private final transient Function<HttpServletRequest, String> owner;

  /**
   * @param owner whose notes a request is about
   */
  public NotesServlet(Function<HttpServletRequest, String> owner) {
    this.owner = owner;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonReply.ok(Map.of("notes", notebooks.of(owner.apply(request)))).sendBy(response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = owner.apply(request);
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    JsonReply reply =
        body.length > LONGEST_BODY
            ? JsonReply.problem(TOO_LARGE, "too long for a note")
            : textIn(new String(body, UTF_8))
                .map(text -> write(name, text))
                .orElseGet(NotesServlet::notANote);
    reply.sendBy(response);
  }

  private JsonReply write(String name, String text) {
    return notebooks.add(name, text)
        ? new JsonReply(HttpServletResponse.SC_CREATED, Map.of("text", text))
        : JsonReply.problem(HttpServletResponse.SC_CONFLICT, "the notebook is full");
  }

  private static Optional<String> textIn(String body) {
    try {
      return Optional.ofNullable(JSONObjectUtils.getString(JSONObjectUtils.parse(body), "text"));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static JsonReply notANote() {
    return JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "send {\"text\":\"…\"}");
  }
}
