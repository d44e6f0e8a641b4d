package io.bearergate.sample.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Everybody's own notes, in memory: {@code GET|POST /api/notes}. */
public final class NotesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

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
    new JsonBody(request)
        .answeredBy(
            note -> note.get("text") instanceof String text ? write(name, text) : notANote())
        .sendBy(response);
  }

  private JsonReply write(String name, String text) {
    return notebooks.add(name, text)
        ? new JsonReply(HttpServletResponse.SC_CREATED, Map.of("text", text))
        : JsonReply.problem(HttpServletResponse.SC_CONFLICT, "the notebook is full");
  }

  private static JsonReply notANote() {
    return JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "send {\"text\":\"…\"}");
  }
}
