package io.bearergate.sample;

import static org.awaitility.Awaitility.await;

import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A browser session at the playground, without the browser: what its pages send, and read. */
record Visit(String playground, String cookie, String pageWord) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  static Visit to(Stage stage) {
    String playground = stage.api().address().toString();
    HttpResponse<String> session = Wire.get(playground + "playground/api/session");
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow();
    return new Visit(playground, cookie.split(";", 2)[0], Parsed.member(session, "pageWord"));
  }

  HttpResponse<String> order(String path, String wish) {
    return Wire.post(
        playground + path, wish, "application/json", "Cookie", cookie, "X-Page-Word", pageWord);
  }

  HttpResponse<String> read(String path) {
    return Wire.get(playground + path, "Cookie", cookie);
  }

  /** What the page is told of its walk, once it is so far. */
  HttpResponse<String> walkOnce(Predicate<Map<String, Object>> soFar) {
    return await()
        .atMost(PATIENCE)
        .until(() -> read("playground/api/walk"), walk -> soFar.test(Parsed.json(walk)));
  }

  /** Comes back from the authorization server. */
  HttpResponse<String> arrive(Map<String, String> answer, boolean posted) {
    String callback = playground + "playground/callback";
    return posted
        ? Wire.postForm(callback, answer, "Cookie", cookie)
        : Wire.get(callback + "?" + Wire.form(answer), "Cookie", cookie);
  }
}
