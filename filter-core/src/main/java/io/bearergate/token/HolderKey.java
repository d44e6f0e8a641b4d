package io.bearergate.token;

import io.bearergate.keys.VerificationKey;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a {@link HolderJwt} and the key in it, made ready once for all that come with the
 * very same header. Immutable and thread-safe.
 */
public final class HolderKey {

  private final JoseHeader header;
  private final Map<String, Object> jwk;
  private final Optional<VerificationKey> prepared;

  private HolderKey(
      JoseHeader header, Map<String, Object> jwk, Optional<VerificationKey> prepared) {
    this.header = header;
    this.jwk = jwk;
    this.prepared = prepared;
  }

  static HolderKey in(JoseHeader header) {
    Map<String, Object> jwk = new Claim(header.parameters().get("jwk")).asObject().orElse(Map.of());
    return new HolderKey(
        header,
        jwk,
        header.algorithm().flatMap(algorithm -> VerificationKey.ofHolder(jwk, algorithm)));
  }

  JoseHeader header() {
    return header;
  }

  Map<String, Object> jwk() {
    return jwk;
  }

  /** Empty unless it is a fit public key for the header's algorithm. */
  Optional<VerificationKey> prepared() {
    return prepared;
  }

  /** No key in a log by accident. */
  @Override
  public String toString() {
    return "HolderKey";
  }
}
