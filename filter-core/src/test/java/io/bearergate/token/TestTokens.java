package io.bearergate.token;

import io.bearergate.keys.KeyLookup;
import java.util.HashMap;
import java.util.Map;

/** Verified tokens for tests of what comes after verification. */
public final class TestTokens {

  private static final Issuer ISSUER =
      new Issuer(
          "https://issuer.example.com/",
          TestRules.tokensFor("https://api.example.com"),
          (keyId, algorithm) -> new KeyLookup.Unknown());

  private TestTokens() {}

  /** A token with {@code sub} and these claims. */
  public static AccessToken with(Map<String, Object> claims) {
    Map<String, Object> all = new HashMap<>(claims);
    all.putIfAbsent("sub", "alice");
    TokenTrace trace = new TokenTrace(TokenDigest.of("e30.e30.AA", 0), "RS256", "key");
    return new AccessToken(ISSUER, new Claims(all), trace);
  }
}
