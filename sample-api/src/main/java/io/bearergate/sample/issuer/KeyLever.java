package io.bearergate.sample.issuer;

import com.nimbusds.jose.jwk.JWK;
import java.util.Map;
import net.minidev.json.JSONObject;

/**
 * Changes the signing keys, and says which there are then.
 *
 * @param change one of {@link SigningKeys}' own
 */
record KeyLever(SigningKeys keys, Runnable change) implements ControlEndpoint.Lever {

  @Override
  public Map<String, ?> pull(JSONObject order) {
    change.run();
    return Map.of(
        "current", keys.current().getKeyID(),
        "published", keys.published().getKeys().stream().map(JWK::getKeyID).toList());
  }
}
