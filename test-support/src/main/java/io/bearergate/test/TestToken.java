package io.bearergate.test;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A token in the making: valid to begin with, and each method changes one thing and returns this.
 * Not thread-safe.
 *
 * <p>Valid means: type {@code JWT}, the issuer's first key, subject {@code alice}, client {@code
 * app}, issued now for five minutes; the audience and scopes are the test's to say.
 */
public final class TestToken {

  private final Draft draft = new Draft();
  private TestKey key;
  private UnaryOperator<String> envelope = UnaryOperator.identity();

  TestToken(String issuer, TestKey key, Instant now) {
    this.key = key;
    draft.header("typ", "JWT");
    draft.claim("iss", issuer);
    draft.claim("sub", "alice");
    draft.claim("azp", "app");
    draft.claim("iat", now.getEpochSecond());
    draft.claim("exp", now.getEpochSecond() + 300);
  }

  /** Sets {@code aud} to a string. */
  public TestToken audience(String audience) {
    return claim("aud", audience);
  }

  /** Sets {@code scope}, space-separated. */
  public TestToken scope(String scope) {
    return claim("scope", scope);
  }

  /** Sets {@code sub}. */
  public TestToken subject(String subject) {
    return claim("sub", subject);
  }

  /** Sets {@code exp} in whole seconds. */
  public TestToken expiringAt(Instant expiry) {
    return claim("exp", expiry.getEpochSecond());
  }

  /** Binds it to the holder of a key ({@code cnf.jkt}, RFC 9449 §6.1). */
  public TestToken boundTo(TestKey holder) {
    return claim("cnf", Map.of("jkt", holder.thumbprint()));
  }

  /** Binds it to the holder of a certificate ({@code cnf.x5t#S256}, RFC 8705 §3.1). */
  public TestToken boundTo(TestCertificate certificate) {
    return claim("cnf", Map.of("x5t#S256", certificate.thumbprint()));
  }

  /** Sets any claim to a JSON value. */
  public TestToken claim(String name, Object value) {
    draft.claim(name, value);
    return this;
  }

  /** Takes a claim away. */
  public TestToken without(String name) {
    draft.without(name);
    return this;
  }

  /**
   * Sets any header parameter; {@code alg} and {@code kid} too, which otherwise come from the key.
   */
  public TestToken header(String name, Object value) {
    draft.header(name, value);
    return this;
  }

  /** Takes a header parameter away, {@code kid} too. */
  public TestToken withoutHeader(String name) {
    draft.withoutHeader(name);
    return this;
  }

  /** Signs with another key. */
  public TestToken signedWith(TestKey other) {
    key = other;
    return this;
  }

  /** Encrypts the signed token to this key, with {@code A256GCM} (RFC 7519 §5.2). */
  public TestToken encryptedTo(TestDecryptionKey recipient) {
    return encryptedTo(recipient, "A256GCM");
  }

  /** The same with another {@code enc}. */
  public TestToken encryptedTo(TestDecryptionKey recipient, String encryption) {
    return within(signed -> recipient.encrypt(recipient.header(encryption), signed));
  }

  /** Puts the signed token into whatever {@code wrapping} makes of it. */
  public TestToken within(UnaryOperator<String> wrapping) {
    envelope = wrapping;
    return this;
  }

  /** The claims so far, as JSON text. */
  public String payload() {
    return draft.payload();
  }

  /** The compact form, signed and, if so wished, encrypted. */
  public String compact() {
    return envelope.apply(draft.signed(key, Map.of("alg", key.algorithm(), "kid", key.keyId())));
  }
}
