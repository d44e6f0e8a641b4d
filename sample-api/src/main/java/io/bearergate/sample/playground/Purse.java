package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.flow.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one debugger session was last issued, so that the next request can use it: tokens and
 * handles never travel to the page and back. Thread-safe.
 */
record Purse(Map<String, String> latest) implements Witness {

  private static final List<String> KEPT =
      List.of("access_token", "id_token", "refresh_token", "device_code", "auth_req_id");

  static Purse empty() {
    return new Purse(new ConcurrentHashMap<>());
  }

  @Override
  public void saw(HTTPRequest request, HTTPResponse response) {
    Caught.Sight sight = new Caught.Sight(request, response);
    KEPT.forEach(name -> sight.told(name).ifPresent(value -> latest.put(name, value)));
  }

  Optional<String> last(String name) {
    return Optional.ofNullable(latest.get(name));
  }

  @Override
  public String toString() {
    return String.join(", ", latest.keySet());
  }
}
