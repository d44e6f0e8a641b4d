package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a JWS header that we read (RFC 7515 §4.1). {@code jku}, {@code jwk}, {@code
 * x5u} and {@code x5c} are not among them: a token does not say which key to believe.
 */
record JoseHeader(Map<String, Object> parameters) {

  /** The algorithm, if it is one we know. */
  Optional<JwsAlgorithm> algorithm() {
    return text("alg").flatMap(JwsAlgorithm::named);
  }

  /** The {@code kid}; null when there is none. */
  @Nullable String keyId() {
    return text("kid").orElse(null);
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  Optional<String> text(String name) {
    return new Claim(parameters.get(name)).asText();
  }

  /** Whether the payload is sent as something else than base64url (RFC 7797). */
  boolean hasUnencodedPayload() {
    return has("b64") && !Boolean.TRUE.equals(parameters.get("b64"));
  }

  /** Whether it wants nothing that we do not understand, and {@code kid}, if there, is text. */
  boolean isUnderstood() {
    return !has("crit") && !hasUnencodedPayload() && (!has("kid") || keyId() != null);
  }
}
