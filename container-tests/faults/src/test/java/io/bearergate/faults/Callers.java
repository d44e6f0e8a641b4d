package io.bearergate.faults;

import com.nimbusds.jose.util.Base64URL;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.faults.OpenLoop.Plan;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Who calls an API; every method begins a load of its own.
 *
 * @param known good tokens of a key that the gate knows all the time
 */
record Callers(URI base, List<String> known) {

  /** Callers with good tokens of a known key. */
  OpenLoop known(int perSecond, Duration length) {
    return steady(perSecond, length, known);
  }

  /** Callers with one token. */
  OpenLoop with(String token, int perSecond, Duration length) {
    return steady(perSecond, length, List.of(token));
  }

  private OpenLoop steady(int perSecond, Duration length, List<String> tokens) {
    return start(Plan.steady(perSecond, length, i -> call(tokens.get(i % tokens.size()))));
  }

  /** Callers all at once, each with its own token. */
  OpenLoop crowd(List<String> tokens) {
    return start(Plan.atOnce(tokens.size(), i -> call(tokens.get(i))));
  }

  /** Callers each with another unknown {@code kid}. */
  OpenLoop flood(int perSecond, Duration length) {
    return start(Plan.steady(perSecond, length, i -> call(madeUp(i))));
  }

  /** A good token, had its {@code kid} not been made up. */
  private String madeUp(int n) {
    String good = known.get(0);
    String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"made-up-" + n + "\"}";
    return Base64URL.encode(header) + good.substring(good.indexOf('.'));
  }

  /** Callers of what is open to everybody. */
  OpenLoop passersBy(int perSecond, Duration length) {
    return start(Plan.steady(perSecond, length, i -> RawRequest.get("/public/a")));
  }

  private OpenLoop start(Plan plan) {
    return OpenLoop.start(base, plan);
  }

  private static RawRequest call(String token) {
    return RawRequest.get("/api").bearer(token);
  }
}
