package io.bearergate.test;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.LinkedHashMap;
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

  private static final Object REMOVED = new Object();

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private TestKey key;
  private UnaryOperator<String> envelope = UnaryOperator.identity();

  TestToken(String issuer, TestKey key, Instant now) {
    this.key = key;
    header.put("typ", "JWT");
    claims.put("iss", issuer);
    claims.put("sub", "alice");
    claims.put("azp", "app");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 300);
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

  /** Sets any claim to a JSON value. */
  public TestToken claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  /** Takes a claim away. */
  public TestToken without(String name) {
    claims.remove(name);
    return this;
  }

  /**
   * Sets any header parameter; {@code alg} and {@code kid} too, which otherwise come from the key.
   */
  public TestToken header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** Takes a header parameter away, {@code kid} too. */
  public TestToken withoutHeader(String name) {
    header.put(name, REMOVED);
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
    return JSONObjectUtils.toJSONString(claims);
  }

  /** The compact form, signed and, if so wished, encrypted. */
  public String compact() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("alg", key.algorithm());
    all.put("kid", key.keyId());
    all.putAll(header);
    all.values().removeIf(REMOVED::equals);
    return envelope.apply(key.sign(JSONObjectUtils.toJSONString(all), payload()));
  }
}
