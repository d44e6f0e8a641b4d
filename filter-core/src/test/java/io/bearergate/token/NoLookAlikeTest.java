package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.NOT_AN_ACCESS_TOKEN;
import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.rejection.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RS.10 each token kind of §3.7")
class NoLookAlikeTest {

  private final NoLookAlike strict = new NoLookAlike(TestClaims.names(), false);
  private final NoLookAlike lenient = new NoLookAlike(TestClaims.names(), true);

  @Test
  void admitsAnAccessToken() {
    assertThat(strict.check(TestClaims.valid().with("typ", "Bearer").claims(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"at_hash", "c_hash"})
  void refusesIdTokenByItsHashes(String hash) {
    assertThat(reasonFor(TestClaims.valid().with(hash, "77QmUPtjPfzWtF2AnpK9RQ")))
        .contains(NOT_AN_ACCESS_TOKEN);
  }

  @Test
  void refusesNonceWithNothingGranted() {
    assertThat(reasonFor(TestClaims.valid().with("nonce", "n-1"))).contains(NOT_AN_ACCESS_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope", "scp", "permissions", "roles"})
  void admitsNonceBesideSomethingGranted(String grant) {
    TestClaims claims = TestClaims.valid().with("nonce", "n-1").with(grant, List.of("read"));

    assertThat(reasonFor(claims)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", "id", "REFRESH"})
  void refusesOtherKindsByTheTypeInThePayload(String kind) {
    assertThat(reasonFor(TestClaims.valid().with("typ", kind))).contains(NOT_AN_ACCESS_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "code", "response"})
  void refusesSecurityEventsAndJarmResponses(String member) {
    assertThat(reasonFor(TestClaims.valid().with(member, Map.of()))).contains(NOT_AN_ACCESS_TOKEN);
  }

  @Test
  void admitsIdTokensOnlyWhenAccepted() {
    Claims idToken =
        TestClaims.valid().with("nonce", "n-1").with("at_hash", "x").with("typ", "ID").claims();

    assertThat(lenient.check(idToken, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "code", "response"})
  void refusesTheOthersAlsoWhenIdTokensAreAccepted(String member) {
    Claims other = TestClaims.valid().with(member, Map.of()).claims();

    assertThat(lenient.check(other, NOW)).map(Rejection::reason).contains(NOT_AN_ACCESS_TOKEN);
  }

  private Optional<Rejection.Reason> reasonFor(TestClaims claims) {
    return strict.check(claims.claims(), NOW).map(Rejection::reason);
  }
}
