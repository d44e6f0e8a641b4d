package io.bearergate.token;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Valid claims, then the one change that matters. */
final class TestClaims {

  static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final Map<String, Object> members = new LinkedHashMap<>();

  private TestClaims() {}

  static TestClaims valid() {
    TestClaims claims = new TestClaims();
    return claims
        .with("iss", "https://issuer.test/")
        .with("sub", "alice")
        .with("aud", "api")
        .with("iat", NOW.getEpochSecond())
        .with("exp", NOW.getEpochSecond() + 300);
  }

  TestClaims with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  TestClaims without(String name) {
    members.remove(name);
    return this;
  }

  TestClaims expiringAt(Instant expiry) {
    return with("exp", expiry.getEpochSecond());
  }

  Claims claims() {
    return new Claims(members);
  }

  static ClaimNames names() {
    return new ClaimNames(
        ClaimPath.parse("aud"),
        List.of(ClaimPath.parse("scope"), ClaimPath.parse("scp")),
        List.of(ClaimPath.parse("roles")),
        List.of(ClaimPath.parse("permissions")),
        List.of(ClaimPath.parse("client_id"), ClaimPath.parse("azp")),
        ClaimPath.parse("sub"));
  }
}
