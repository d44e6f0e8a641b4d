package io.bearergate.sample.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** An answer in JSON that nobody may keep. */
public record JsonReply(int status, Map<String, ?> members) {

  /** 200 with these members. */
  public static JsonReply ok(Map<String, ?> members) {
    return new JsonReply(HttpServletResponse.SC_OK, members);
  }

  /** A refusal, with what is wrong in a few words. */
  public static JsonReply problem(int status, String title) {
    return new JsonReply(status, Map.of("status", status, "title", title));
  }

  /** Writes it; nothing may follow. */
  public void sendBy(HttpServletResponse response) throws IOException {
    byte[] body = JSONObjectUtils.toJSONString(members).getBytes(UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
