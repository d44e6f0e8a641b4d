package io.bearergate.sample.issuer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Signing keys in the order of their lives. A key is served before it is used, so that whoever
 * keeps a copy of the key set has it in time; and served on until the last token it signed is dead.
 */
record KeyRing(RSAKey current, Optional<RSAKey> announced, List<Retired> retired) {

  /**
   * A key that signs no more.
   *
   * @param end when nothing is alive that it signed
   */
  record Retired(RSAKey key, Instant end) {}

  static KeyRing of(RSAKey first) {
    return new KeyRing(first, Optional.empty(), List.of());
  }

  /** With a next key; {@code fresh}, unless there is one. */
  KeyRing announce(RSAKey fresh) {
    return new KeyRing(current, Optional.of(announced.orElse(fresh)), retired);
  }

  /** With the announced key in use. */
  KeyRing advance(Instant end) {
    List<Retired> all = new ArrayList<>(retired);
    all.add(new Retired(current, end));
    return new KeyRing(announced.orElse(current), Optional.empty(), all);
  }

  KeyRing withoutRetired() {
    return new KeyRing(current, announced, List.of());
  }

  /** Every public key that has a use or will have one. */
  List<JWK> published(Instant now) {
    Stream<RSAKey> past = retired.stream().filter(key -> now.isBefore(key.end())).map(Retired::key);
    return Stream.of(Stream.of(current), announced.stream(), past)
        .flatMap(keys -> keys)
        .<JWK>map(RSAKey::toPublicJWK)
        .toList();
  }
}
