package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokenChecksTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final String ISSUER = "http://127.0.0.1:9400/";

  private static RSAKey key;
  private static RSAKey stranger;

  private final LoginAttempt attempt = new LoginAttempt();
  private final IdTokenChecks checks =
      new IdTokenChecks(ISSUER, "web1", InstantSource.fixed(NOW), new Checks());

  @BeforeAll
  static void makeKeys() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k").generate();
    stranger = new RSAKeyGenerator(2048).keyID("k").generate();
  }

  @Test
  @DisplayName("IDV a good ID token is taken, by the clock the client is given")
  void takesGoodToken() throws Exception {
    IDTokenClaimsSet claims = checks.check(signed(good -> {}, key), keys(), attempt);

    assertThat(claims.getSubject().getValue()).isEqualTo("alice");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("V2", "other issuer", claims -> claims.issuer("http://evil.test/")),
        fault("V2", "without the slash", claims -> claims.issuer("http://127.0.0.1:9400")),
        fault("V3", "other audience", claims -> claims.audience("web2")),
        fault("V3", "more audiences", claims -> claims.audience(List.of("web1", "web2"))),
        fault("V3", "other azp", claims -> claims.claim("azp", "web2")),
        fault("V4", "expired", claims -> claims.expirationTime(date(-61))),
        fault("V4", "from the future", claims -> claims.issueTime(date(120))),
        fault("V5", "F02.7 − other nonce", claims -> claims.claim("nonce", "other")),
        fault("V5", "F02.7 − no nonce", claims -> claims.claim("nonce", null)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("IDV − a claim that does not fit")
  @MethodSource("faults")
  void refusesClaims(String row, String how, Consumer<JWTClaimsSet.Builder> change)
      throws Exception {
    JWT token = signed(change, key);

    assertThatThrownBy(() -> checks.check(token, keys(), attempt))
        .as(row + " " + how)
        .isInstanceOf(CheckFailed.class);
  }

  @Test
  @DisplayName("V1 − another's signature, and none")
  void refusesForeignAndMissingSignature() throws Exception {
    JWT foreign = signed(good -> {}, stranger);
    JWT plain = new PlainJWT(foreign.getJWTClaimsSet());

    assertThatThrownBy(() -> checks.check(foreign, keys(), attempt))
        .isInstanceOf(CheckFailed.class);
    assertThatThrownBy(() -> checks.check(plain, keys(), attempt)).isInstanceOf(CheckFailed.class);
  }

  @Test
  @DisplayName("V6 the hash of the specification's vector fits, and only its token's")
  void comparesAccessTokenHash() throws Exception {
    JWT token = signed(good -> good.claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ"), key);
    IDTokenClaimsSet claims = checks.check(token, keys(), attempt);

    checks.requireHash(
        claims, new BearerAccessToken("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"));
    assertThatThrownBy(() -> checks.requireHash(claims, new BearerAccessToken("another")))
        .hasMessageStartingWith("V6");
  }

  private static Arguments fault(String row, String how, Consumer<JWTClaimsSet.Builder> change) {
    return Arguments.of(row, how, change);
  }

  private JWT signed(Consumer<JWTClaimsSet.Builder> change, RSAKey by) throws Exception {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject("alice")
            .audience("web1")
            .issueTime(date(0))
            .expirationTime(date(3600))
            .claim("nonce", attempt.nonce().getValue());
    change.accept(claims);
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build();
    SignedJWT jwt = new SignedJWT(header, claims.build());
    jwt.sign(new RSASSASigner(by));
    return jwt;
  }

  private static JWKSet keys() {
    return new JWKSet(key.toPublicJWK());
  }

  private static Date date(long secondsFromNow) {
    return Date.from(NOW.plusSeconds(secondsFromNow));
  }
}
