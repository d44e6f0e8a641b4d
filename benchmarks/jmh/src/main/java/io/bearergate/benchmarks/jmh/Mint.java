package io.bearergate.benchmarks.jmh;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.test.TestKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The issuer of the tokens measured with: one key, tokens of 900 bytes that all differ. */
final class Mint {

  static final String ISSUER = "https://login.example.com/";
  static final String AUDIENCE = "https://api.example.com";
  private static final int TOKEN_BYTES = 900;
  private static final int HOUR = 3600;
  private static final String CLAIMS =
      """
      {"iss":"%s","sub":"auth0|5f7c8ec7c33c6c004bbafe82","aud":["%s","https://login.example.com/userinfo"],\
      "azp":"my_client_id","iat":%d,"exp":%d,"jti":"%08d","scope":"openid read:orders","department":"%s"}""";
  private static final Map<String, Mint> KNOWN = new ConcurrentHashMap<>();

  private final TestKey key;
  private final Map<Integer, String> minted = new ConcurrentHashMap<>();

  private Mint(TestKey key) {
    this.key = key;
  }

  /** The one of this JVM, so that a key is generated once. */
  static Mint of(String algorithm) {
    return KNOWN.computeIfAbsent(
        algorithm, unknown -> new Mint(TestKey.generate(unknown, "key-1")));
  }

  TestKey key() {
    return key;
  }

  /** The key set with nothing but this key. */
  String jwks() {
    return jwks(List.of(key.publicJwk()));
  }

  static String jwks(List<Map<String, Object>> keys) {
    return JSONObjectUtils.toJSONString(Map.of("keys", keys));
  }

  /** The key as libraries take it that read no key set. */
  <K extends PublicKey> Map<String, K> byKeyId(Class<K> type) {
    return Map.of(key.keyId(), type.cast(key.pair().getPublic()));
  }

  /** As many valid tokens, no two alike. */
  List<String> tokens(int count) {
    return IntStream.range(0, count).mapToObj(this::token).toList();
  }

  /** The valid token of that number, signed once. */
  String token(int number) {
    return minted.computeIfAbsent(
        number, unknown -> token(ISSUER, unknown, Instant.now().plusSeconds(HOUR)));
  }

  /** A token, signed, that only a check of its claims can tell from a valid one. */
  String token(String issuer, int number, Instant expiry) {
    String header = "{\"alg\":\"" + key.algorithm() + "\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}";
    int signature = key.algorithm().startsWith("E") ? 86 : 342;
    int spare = TOKEN_BYTES - signature - 2 - encoded(header.length());
    String bare = claims(issuer, number, expiry, "");
    String department = "x".repeat(spare * 3 / 4 - bare.length());
    return key.sign(header, claims(issuer, number, expiry, department));
  }

  private static int encoded(int octets) {
    return (octets * 4 + 2) / 3;
  }

  private static String claims(String issuer, int number, Instant expiry, String department) {
    long seconds = expiry.getEpochSecond();
    return CLAIMS.formatted(issuer, AUDIENCE, seconds - HOUR, seconds, number, department);
  }
}
