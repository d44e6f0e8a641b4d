package io.bearergate.sample.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.api.JsonReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** Orders that come from our own pages, and from nowhere else. */
record OwnPages(Visitors visitors) {

  private static final String PAGE_WORD = "X-Page-Word";
  private static final int MOST_BYTES = 16 * 1024;

  /** What a page of ours asks for on behalf of its visitor. */
  interface Order {

    JsonReply of(Visitor visitor, Map<String, Object> wish) throws IOException;
  }

  /** Carries it out if it knows the word that only our pages can read; otherwise it is 403. */
  void carryOut(HttpServletRequest request, HttpServletResponse response, Order order)
      throws IOException {
    Optional<Visitor> visitor =
        visitors.known(request).filter(known -> known.knows(request.getHeader(PAGE_WORD)));
    Optional<Map<String, Object>> wish = wish(request);
    if (visitor.isEmpty()) {
      JsonReply.problem(HttpServletResponse.SC_FORBIDDEN, "not from a page of ours")
          .sendBy(response);
    } else if (wish.isEmpty()) {
      JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "not JSON").sendBy(response);
    } else {
      order.of(visitor.get(), wish.get()).sendBy(response);
    }
  }

  private static Optional<Map<String, Object>> wish(HttpServletRequest request) throws IOException {
    String body = new String(request.getInputStream().readNBytes(MOST_BYTES), UTF_8);
    try {
      return Optional.of(JSONObjectUtils.parse(body.isEmpty() ? "{}" : body));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
