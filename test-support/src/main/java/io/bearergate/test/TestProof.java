package io.bearergate.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A DPoP proof in the making (RFC 9449 §4.2): valid to begin with, and each method changes one
 * thing and returns this. Not thread-safe.
 */
public final class TestProof {

  private final Draft draft = new Draft();
  private final TestKey key;
  private TestKey signer;

  private TestProof(TestKey key) {
    this.key = key;
    this.signer = key;
  }

  /**
   * A proof for one request, made now, with a {@code jti} of its own.
   *
   * @param key the holder's
   * @param url with or without query; as the client writes it
   * @param token the access token that goes with it
   */
  public static TestProof of(TestKey key, String method, String url, String token, Instant now) {
    return new TestProof(key)
        .claim("jti", UUID.randomUUID().toString())
        .claim("htm", method)
        .claim("htu", url)
        .claim("iat", now.getEpochSecond())
        .claim("ath", Sha256.base64Url(token.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Sets any claim to a JSON value. */
  public TestProof claim(String name, Object value) {
    draft.claim(name, value);
    return this;
  }

  /** Takes a claim away. */
  public TestProof without(String name) {
    draft.without(name);
    return this;
  }

  /** Sets any header parameter, {@code typ}, {@code alg} and {@code jwk} too. */
  public TestProof header(String name, Object value) {
    draft.header(name, value);
    return this;
  }

  /** Takes a header parameter away. */
  public TestProof withoutHeader(String name) {
    draft.withoutHeader(name);
    return this;
  }

  /** Signs with another key than that of the header. */
  public TestProof signedWith(TestKey other) {
    signer = other;
    return this;
  }

  /** The compact form, signed: the value of the header {@code DPoP}. */
  public String compact() {
    Map<String, Object> header =
        Map.of("typ", "dpop+jwt", "alg", key.algorithm(), "jwk", key.bareJwk());
    return draft.signed(signer, header);
  }
}
