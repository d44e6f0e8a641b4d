package io.bearergate.token;

import io.bearergate.keys.KeyLookup;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
    return with(claims, ISSUER);
  }

  /** The same of an issuer whose tokens are granted something. */
  public static AccessToken with(Map<String, Object> claims, Leniency leniency) {
    IssuerRules rules = TestRules.tokensFor("https://api.example.com", Set.of(leniency));
    return with(claims, new Issuer(ISSUER.identifier(), rules, ISSUER.keys()));
  }

  private static AccessToken with(Map<String, Object> claims, Issuer issuer) {
    Map<String, Object> all = new HashMap<>(claims);
    all.putIfAbsent("sub", "alice");
    TokenTrace trace = new TokenTrace(TokenDigest.of("e30.e30.AA", 0), "RS256", "key");
    return new AccessToken(issuer, new Claims(all), trace);
  }
}
