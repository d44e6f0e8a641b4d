package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.Gate;
import io.bearergate.rejection.Challenge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * An issuer's call that tells of a logout: the one request whose body we read. How long that takes
 * is for the server to bound, as with every other body.
 */
final class LogoutCall {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  private LogoutCall() {}

  static void answer(
      Gate gate, Decision.LogOut asked, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Challenge> refusal = gate.logOut(body(request, asked.mostBytes()));
    if (refusal.isPresent()) {
      AnswerWriter.write(refusal.get(), response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_OK);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(0);
  }

  /** Empty, and so refused, where it is longer, breaks off, or was read by a filter before us. */
  private static byte[] body(HttpServletRequest request, int mostBytes) {
    try {
      byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
      if (body.length == 0 && request.getContentLengthLong() > 0) {
        LOG.log(
            Level.WARNING,
            "A logout token was not there to be read: a filter before this one read the body, by"
                + " getParameter perhaps. Put this filter first");
      }
      return body.length > mostBytes ? new byte[0] : body;
    } catch (IOException | IllegalStateException e) { // broken off; the reader is taken
      return new byte[0];
    }
  }
}
