package io.bearergate.token;

import io.bearergate.keys.KeyLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Verified tokens for tests of what comes after verification. */
public final class TestTokens {

  private static final ClaimNames NAMES =
      new ClaimNames(
          ClaimPath.parse("aud"),
          List.of(ClaimPath.parse("scope"), ClaimPath.parse("scp")),
          List.of(ClaimPath.parse("roles")),
          List.of(ClaimPath.parse("permissions")),
          ClaimPath.parse("sub"));

  private static final Issuer ISSUER =
      new Issuer(
          "https://issuer.example.com/",
          Audience.of(Set.of("https://api.example.com")),
          (keyId, algorithm) -> new KeyLookup.Unknown());

  private TestTokens() {}

  /** A token with {@code sub} and these claims. */
  public static AccessToken with(Map<String, Object> claims) {
    Map<String, Object> all = new HashMap<>(claims);
    all.putIfAbsent("sub", "alice");
    TokenTrace trace = new TokenTrace(TokenDigest.of("e30.e30.AA", 0), "RS256", "key");
    return new AccessToken(ISSUER, new Claims(all), NAMES, trace);
  }
}
