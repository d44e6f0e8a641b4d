package io.bearergate.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bearergate.revocation.RevokedTokens.Bounds;
import io.bearergate.token.AccessToken;
import io.bearergate.token.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevokedInMemoryTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final long SECONDS = NOW.getEpochSecond();
  private static final AccessToken TOKEN = token(Map.of());
  private static final String ISSUER = TOKEN.issuer();

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final RevokedTokens revoked = RevokedTokens.inMemory(clock::get);

  @Test
  void revokesNothingToBeginWith() {
    assertThat(revoked.isRevoked(TOKEN)).isFalse();
  }

  @Test
  void revokesTheTokenOfThisIdAndNoOther() {
    revoked.revoke(Revocation.ofToken(ISSUER, "t1"), LATER);

    assertThat(revoked.isRevoked(TOKEN)).isTrue();
    assertThat(revoked.isRevoked(token(Map.of("jti", "t2")))).isFalse();
  }

  @Test
  void revokesTheTokensOfThisSessionAndOfNoOther() {
    revoked.revoke(Revocation.ofSession(ISSUER, "s1"), LATER);

    assertThat(revoked.isRevoked(TOKEN)).isTrue();
    assertThat(revoked.isRevoked(token(Map.of("sid", "s2")))).isFalse();
  }

  @Test
  void revokesWhatASubjectWasIssuedBeforeAnInstantAndNothingLater() {
    revoked.revoke(Revocation.ofSubject(ISSUER, "alice", NOW), LATER);

    assertThat(revoked.isRevoked(token(Map.of("iat", SECONDS - 1)))).isTrue();
    assertThat(revoked.isRevoked(token(Map.of("iat", SECONDS)))).isFalse();
    assertThat(revoked.isRevoked(token(Map.of("sub", "bob", "iat", SECONDS - 1)))).isFalse();
  }

  @Test
  void revokesWhatASubjectWasIssuedNobodyKnowsWhen() {
    revoked.revoke(Revocation.ofSubject(ISSUER, "alice", NOW), LATER);

    assertThat(revoked.isRevoked(TestTokens.with(Map.of("sub", "alice")))).isTrue();
  }

  @Test
  void revokesTokensThatDoNotTellTheirSessionApartFromThoseThatDo() {
    revoked.revoke(Revocation.ofSubjectWithoutSession(ISSUER, "alice", NOW), LATER);

    assertThat(revoked.isRevoked(TestTokens.with(Map.of("sub", "alice", "iat", SECONDS - 1))))
        .isTrue();
    assertThat(revoked.isRevoked(token(Map.of("iat", SECONDS - 1)))).isFalse();
  }

  @Test
  void takesASessionThatIsNoTextForNone() {
    revoked.revoke(Revocation.ofSubjectWithoutSession(ISSUER, "alice", NOW), LATER);

    assertThat(revoked.isRevoked(token(Map.of("sid", 5L, "iat", SECONDS - 1)))).isTrue();
  }

  @Test
  void revokesNothingOfAnotherIssuer() {
    revoked.revoke(Revocation.ofToken("https://other.example.com/", "t1"), LATER);
    revoked.revoke(Revocation.ofSession("https://other.example.com/", "s1"), LATER);
    revoked.revoke(Revocation.ofSubject("https://other.example.com/", "alice", LATER), LATER);

    assertThat(revoked.isRevoked(TOKEN)).isFalse();
  }

  @Test
  void tellsKindsOfNamesApart() {
    revoked.revoke(Revocation.ofToken(ISSUER, "s1"), LATER);
    revoked.revoke(Revocation.ofSession(ISSUER, "t1"), LATER);
    revoked.revoke(Revocation.ofSubject(ISSUER, "t1", LATER), LATER);

    assertThat(revoked.isRevoked(TOKEN)).isFalse();
  }

  @Test
  void remembersToTheVeryEndAndNoLonger() {
    revoked.revoke(Revocation.ofToken(ISSUER, "t1"), LATER);

    clock.set(LATER);
    assertThat(revoked.isRevoked(TOKEN)).isTrue();
    clock.set(LATER.plusNanos(1));
    assertThat(revoked.isRevoked(TOKEN)).isFalse();
  }

  @Test
  void keepsTheLaterOfTwoInstantsInEitherOrder() {
    revoked.revoke(Revocation.ofSubject(ISSUER, "alice", NOW), LATER);
    revoked.revoke(Revocation.ofSubject(ISSUER, "alice", NOW.minusSeconds(60)), NOW);

    clock.set(LATER);
    assertThat(revoked.isRevoked(token(Map.of("iat", SECONDS - 1)))).isTrue();
  }

  @Test
  void refusesToRevokeMoreThanItHasRoomForAndForgetsNothing() {
    RevokedTokens small = RevokedTokens.inMemory(clock::get, new Bounds(1, 10_000));
    small.revoke(Revocation.ofToken(ISSUER, "t1"), LATER);

    assertThatIllegalStateException()
        .isThrownBy(() -> small.revoke(Revocation.ofToken(ISSUER, "t2"), LATER));
    assertThat(small.isRevoked(TOKEN)).isTrue();
  }

  @Test
  void countsBytesToo() {
    RevokedTokens small = RevokedTokens.inMemory(clock::get, new Bounds(9, 1_000));
    small.revoke(Revocation.ofToken(ISSUER, "a".repeat(200)), LATER);

    assertThatIllegalStateException()
        .isThrownBy(() -> small.revoke(Revocation.ofToken(ISSUER, "b".repeat(200)), LATER));
  }

  @Test
  void hasRoomAgainOnceSomethingHasEnded() {
    RevokedTokens small = RevokedTokens.inMemory(clock::get, new Bounds(1, 10_000));
    small.revoke(Revocation.ofToken(ISSUER, "t0"), NOW);

    clock.set(NOW.plusNanos(1));
    small.revoke(Revocation.ofToken(ISSUER, "t1"), LATER);

    assertThat(small.isRevoked(TOKEN)).isTrue();
  }

  @Test
  void takesNoMoreRoomForWhatIsRevokedAgain() {
    RevokedTokens small = RevokedTokens.inMemory(clock::get, new Bounds(1, 10_000));
    for (int again = 0; again < 1_000; again++) {
      small.revoke(Revocation.ofToken(ISSUER, "t1"), LATER.plusSeconds(again));
    }

    clock.set(LATER.plusSeconds(1_000));
    small.revoke(Revocation.ofToken(ISSUER, "t2"), LATER.plusSeconds(2_000));

    assertThat(small.isRevoked(TOKEN)).isFalse();
    assertThat(small.isRevoked(token(Map.of("jti", "t2")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_001})
  void refusesANameThatNoTokenIsLookedUpBy(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Revocation.ofToken(ISSUER, "x".repeat(length)));
  }

  @Test
  void namesNobodyInALog() {
    assertThat(Revocation.ofSubject(ISSUER, "alice", NOW)).hasToString("Revocation[sub]");
  }

  private static AccessToken token(Map<String, Object> changes) {
    Map<String, Object> claims =
        new HashMap<>(Map.of("sub", "alice", "jti", "t1", "sid", "s1", "iat", SECONDS - 60));
    claims.putAll(changes);
    return TestTokens.with(claims);
  }
}
