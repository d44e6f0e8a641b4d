package io.bearergate.sample.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import java.util.function.Function;

/** The JSON object that a request carries, of which nobody needs more than 4 KiB. */
record JsonBody(HttpServletRequest request) {

  private static final int LARGEST = 4096;
  private static final int TOO_LARGE = 413;

  /** What {@code endpoint} says to it, if it is one. */
  JsonReply answeredBy(Function<Map<String, Object>, JsonReply> endpoint) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return JsonReply.problem(TOO_LARGE, "more than 4 KiB");
    }
    try {
      return endpoint.apply(JSONObjectUtils.parse(new String(body, UTF_8)));
    } catch (ParseException e) {
      return JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "not a JSON object");
    }
  }
}
