package io.bearergate.contract.attack;

import io.bearergate.contract.TestApi;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What is attacked, and what the attacker has.
 *
 * @param issuer whom the API believes
 * @param other whom it believes too
 * @param rsa the issuer's RS256 key
 * @param ec its ES256 key
 * @param ed its EdDSA key, of the curve Ed25519
 * @param stranger the attacker's own RSA key
 * @param canary the attacker's server, which nobody must ever ask
 * @param now the time of the API
 */
public record Target(
    TestIssuer issuer,
    TestIssuer other,
    TestKey rsa,
    TestKey ec,
    TestKey ed,
    TestKey stranger,
    URI canary,
    Instant now) {

  /** A good token, signed with the RSA key. */
  public String good() {
    return token(t -> t);
  }

  /** A good token with a change. */
  public String token(UnaryOperator<TestToken> change) {
    return issuer.token(
        t -> change.apply(t.audience(TestApi.AUDIENCE).scope("read:notes").signedWith(rsa)));
  }

  /** The claims of a good token. */
  String claims() {
    return Jws.of(good()).payloadText();
  }

  /** The claims of a good token, with one member's JSON text replaced. */
  String claimsWith(String name, String json) {
    String without = claimsWithout(name);
    return without.substring(0, without.length() - 1) + ",\"" + name + "\":" + json + "}";
  }

  /** The claims of a good token without one. */
  String claimsWithout(String name) {
    return Jws.of(token(t -> t.without(name))).payloadText();
  }

  /** The header of a good token signed with {@code key}. */
  static String header(TestKey key) {
    return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}"
        .formatted(key.algorithm(), key.keyId());
  }

  /** These claims, properly signed. */
  String signed(String payload) {
    return ec.sign(header(ec), payload);
  }

  /** This header over good claims, signed with {@code key}. */
  String signed(TestKey key, String header) {
    return key.sign(header, claims());
  }
}
