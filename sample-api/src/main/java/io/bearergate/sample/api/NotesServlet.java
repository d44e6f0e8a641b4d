package io.bearergate.sample.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code GET|POST /api/notes}: everybody's own notes, in memory. */
final class NotesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Notebooks notebooks = new Notebooks();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(request);
    JsonReply.ok(Map.of("notes", notebooks.of(caller.name()))).sendBy(response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(request);
    new JsonBody(request)
        .answeredBy(
            note -> note.get("text") instanceof String text ? write(caller, text) : notANote())
        .sendBy(response);
  }

  private JsonReply write(Caller caller, String text) {
    return notebooks.add(caller.name(), text)
        ? new JsonReply(HttpServletResponse.SC_CREATED, Map.of("text", text))
        : JsonReply.problem(HttpServletResponse.SC_CONFLICT, "the notebook is full");
  }

  private static JsonReply notANote() {
    return JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "send {\"text\":\"…\"}");
  }
}
