package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.BOUND_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.EXPIRED;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.TOKEN_TOO_LONG;
import static io.bearergate.rejection.Rejection.Reason.UNKNOWN_KEY;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;
import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.JwkSource;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.keys.KeyLookup;
import io.bearergate.rejection.Rejection;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  @AutoClose private final TestIssuer issuer = TestIssuer.start(InstantSource.fixed(NOW));
  @AutoClose private static final TestIssuer stranger = TestIssuer.start(InstantSource.fixed(NOW));

  @AutoClose private final JwkSources sources = TestRules.sources();

  @Test
  void acceptsAGoodToken() {
    assertThat(verify(token -> token)).isInstanceOf(VerificationResult.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
        "Ed25519", "Ed448"
      })
  void acceptsEveryAsymmetricAlgorithm(String algorithm) {
    issuer.add(TestKey.generate(algorithm, "key-2"));

    assertThat(verify(token -> token)).isInstanceOf(VerificationResult.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed448"})
  void refusesSignatureOfAStrangersKeyUnderEveryAlgorithm(String algorithm) {
    issuer.add(TestKey.generate(algorithm, "key-2"));
    TestKey forged = TestKey.generate(algorithm, "key-2");

    assertThat(reasonFor(token -> token.signedWith(forged))).contains(BAD_SIGNATURE);
  }

  @Test
  void tellsWhatTheTokenSays() {
    VerificationResult result =
        verify(
            token ->
                token
                    .scope("read:notes admin")
                    .claim("permissions", List.of("read:notes"))
                    .claim("realm_access", Map.of("roles", List.of("editor")))
                    .claim("client_id", "web1"));

    AccessToken token = ((VerificationResult.Accepted) result).token();
    assertThat(token.principalName()).isEqualTo("alice");
    assertThat(token.subject()).contains("alice");
    assertThat(token.issuer()).isEqualTo(issuer.issuer());
    assertThat(token.audience()).containsExactly("api");
    assertThat(token.scopes()).containsExactly("read:notes", "admin");
    assertThat(token.permissions()).containsExactly("read:notes");
    assertThat(token.roles()).isEmpty();
    assertThat(token.clientId()).contains("web1");
    assertThat(token.issuedAt()).contains(NOW);
    assertThat(token.expiry()).isEqualTo(NOW.plusSeconds(300));
    assertThat(token.notBefore()).isEmpty();
    assertThat(token.claim("realm_access.roles").asWords()).containsExactly("editor");
    assertThat(token.isBound()).isFalse();
  }

  @Test
  void showsOnlyWhatMayBeLoggedOfAToken() {
    VerificationResult result =
        verify(token -> token.subject("alice@example.com").scope("secret-scope"));

    assertThat(((VerificationResult.Accepted) result).token().toString())
        .matches(
            "AccessToken\\[alg=RS256 kid=key-1 issuer=http://127\\.0\\.0\\.1:\\d+/ sha256=[0-9a-f]{8}\\]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "e30.e30.AAAA.",
        "{}.{}.",
        "e30..AAAA"
      })
  void refusesWhatIsNotThreePartsOfJsonAndSignature(String token) {
    assertThat(reason(verifier().verify(token))).contains(MALFORMED_TOKEN);
  }

  @Test
  void refusesAnUnsignedToken() {
    String token = issuer.token(good(t -> t));

    assertThat(reason(verifier().verify(token.substring(0, token.lastIndexOf('.') + 1))))
        .contains(MALFORMED_TOKEN);
  }

  @Test
  void refusesATokenLongerThanAllowedUnread() {
    assertThat(reasonFor(token -> token.claim("padding", "x".repeat(16 * 1024))))
        .contains(TOKEN_TOO_LONG);
  }

  @Test
  void refusesAnotherIssuer() {
    assertThat(reason(verifier().verify(stranger.token(good(t -> t))))).contains(WRONG_ISSUER);
  }

  @Test
  @DisplayName("the unverified iss selects the issuer before any key is looked up")
  void asksForNoKeyOnBehalfOfAStranger() {
    JwkSource unasked =
        (keyId, algorithm) -> {
          throw new AssertionError("asked for a key");
        };
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(TestRules.issuer(issuer.issuer(), unasked)), rules(), InstantSource.fixed(NOW));

    assertThat(reason(verifier.verify(stranger.token(good(t -> t))))).contains(WRONG_ISSUER);
  }

  @Test
  void refusesAnIssuersTokenSignedWithAnotherTrustedIssuersKey() {
    TokenVerifier both =
        new TokenVerifier(
            List.of(trusted(issuer), trusted(stranger)), rules(), InstantSource.fixed(NOW));
    String forged = issuer.token(good(t -> t.signedWith(stranger.key())));

    assertThat(reason(both.verify(forged))).contains(BAD_SIGNATURE);
    assertThat(both.verify(stranger.token(good(t -> t))))
        .isInstanceOf(VerificationResult.Accepted.class);
  }

  @Test
  void refusesAKeyTheIssuerDoesNotHave() {
    assertThat(reasonFor(token -> token.header("kid", "key-9"))).contains(UNKNOWN_KEY);
  }

  @Test
  void isUndecidedWithoutKeys() {
    JwkSource down = (keyId, algorithm) -> new KeyLookup.Unavailable(Duration.ofSeconds(5));
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(TestRules.issuer(issuer.issuer(), down)), rules(), InstantSource.fixed(NOW));

    assertThat(verifier.verify(issuer.token(good(t -> t))))
        .isEqualTo(new VerificationResult.Undecided(Duration.ofSeconds(5)));
  }

  @Test
  void refusesABoundTokenSinceNobodyProvedToHoldIt() {
    assertThat(reasonFor(token -> token.claim("cnf", Map.of("jkt", "x")))).contains(BOUND_TOKEN);
  }

  @Test
  @DisplayName("C1x only when everything else holds, so it tells strangers nothing")
  void saysExpiredOnlyOfATokenThatIsGoodOtherwise() {
    assertThat(reasonFor(token -> token.expiringAt(NOW.minusSeconds(60)))).contains(EXPIRED);
    assertThat(reasonFor(token -> token.expiringAt(NOW.minusSeconds(60)).audience("other")))
        .contains(WRONG_AUDIENCE);
  }

  private VerificationResult verify(UnaryOperator<TestToken> change) {
    return verifier().verify(issuer.token(good(change)));
  }

  private Optional<Rejection.Reason> reasonFor(UnaryOperator<TestToken> change) {
    return reason(verify(change));
  }

  private static Optional<Rejection.Reason> reason(VerificationResult result) {
    return result instanceof VerificationResult.Rejected rejected
        ? Optional.of(rejected.rejection().reason())
        : Optional.empty();
  }

  private static UnaryOperator<TestToken> good(UnaryOperator<TestToken> change) {
    return token -> change.apply(token.audience("api"));
  }

  private TokenVerifier verifier() {
    return new TokenVerifier(List.of(trusted(issuer)), rules(), InstantSource.fixed(NOW));
  }

  private Issuer trusted(TestIssuer known) {
    return TestRules.issuer(
        known.issuer(), sources.open(known.issuer(), new KeyLocation.Text(known.jwks())));
  }

  private static TokenRules rules() {
    return TestRules.keeping(10_000, 32 << 20);
  }
}
