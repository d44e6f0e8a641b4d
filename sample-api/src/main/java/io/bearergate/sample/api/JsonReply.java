package io.bearergate.sample.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** An answer in JSON that nobody may keep. */
record JsonReply(int status, Map<String, ?> members) {

  static JsonReply ok(Map<String, ?> members) {
    return new JsonReply(HttpServletResponse.SC_OK, members);
  }

  static JsonReply problem(int status, String title) {
    return new JsonReply(status, Map.of("status", status, "title", title));
  }

  void sendBy(HttpServletResponse response) throws IOException {
    byte[] body = JSONObjectUtils.toJSONString(members).getBytes(UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
