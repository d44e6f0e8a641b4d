package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.OfflineSpa.assertRefused;
import static io.bearergate.sample.issuer.OfflineSpa.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What can be set about refresh tokens, each at a server of its own. */
class RefreshRulesTest {

  private static final Map<String, ?> REUSABLE = Map.of("reusable_refresh_tokens", true);
  private static final Map<String, ?> ROTATING = Map.of("reusable_refresh_tokens", false);

  private final VirtualClock clock = VirtualClock.standingAt(IssuerTest.START);
  private MockAuthorizationServer server =
      MockAuthorizationServer.start(IssuerOptions.ephemeral(clock));

  @AfterEach
  void stopServer() {
    server.close();
  }

  private OfflineSpa with(RefreshRules rules) {
    server.close();
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(rules));
    return spa();
  }

  private OfflineSpa spa() {
    return new OfflineSpa(server.issuer());
  }

  private OfflineSpa withLeeway() {
    return with(RefreshRules.standard().withLeeway(Duration.ofSeconds(3)));
  }

  @Test
  @DisplayName("F15.4 + within the leeway the predecessor brings a sibling, and both are good")
  void forgivesPredecessor() {
    OfflineSpa spa = withLeeway();
    String first = spa.newRefreshToken();
    String lost = refreshToken(spa.refresh(first));
    clock.advance(Duration.ofMillis(2999));

    String sibling = refreshToken(spa.refresh(first));

    assertThat(sibling).isNotEqualTo(lost);
    assertThat(spa.refresh(sibling).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.4 − use of one sibling retires the other: to use that is reuse")
  void retiresSibling() {
    OfflineSpa spa = withLeeway();
    String first = spa.newRefreshToken();
    String lost = refreshToken(spa.refresh(first));
    String successor = refreshToken(spa.refresh(refreshToken(spa.refresh(first))));

    assertRefused(spa.refresh(lost), "invalid_grant");

    assertRefused(spa.refresh(successor), "invalid_grant");
  }

  @Test
  @DisplayName("F15.4 − after the leeway the predecessor is reuse")
  void forgivesNoLonger() {
    OfflineSpa spa = withLeeway();
    String first = spa.newRefreshToken();
    String second = refreshToken(spa.refresh(first));
    clock.advance(Duration.ofSeconds(3));

    assertRefused(spa.refresh(first), "invalid_grant");

    assertRefused(spa.refresh(second), "invalid_grant");
  }

  @Test
  @DisplayName("F15.4 − the one before the predecessor is reuse, leeway or not")
  void forgivesPredecessorOnly() {
    OfflineSpa spa = withLeeway();
    String first = spa.newRefreshToken();
    String third = refreshToken(spa.refresh(refreshToken(spa.refresh(first))));

    assertRefused(spa.refresh(first), "invalid_grant");

    assertRefused(spa.refresh(third), "invalid_grant");
  }

  @Test
  @DisplayName("F15.6 − rotation does not extend the absolute life of 30 days")
  void endsAfterItsAbsoluteLife() {
    String token = spa().newRefreshToken();
    for (int tenDays = 0; tenDays < 2; tenDays++) {
      clock.advance(Duration.ofDays(10));
      token = refreshToken(spa().refresh(token));
    }
    clock.advance(Duration.ofDays(10).minusSeconds(1));
    String last = refreshToken(spa().refresh(token));
    clock.advance(Duration.ofSeconds(1));

    assertRefused(spa().refresh(last), "invalid_grant");
  }

  @Test
  @DisplayName("F15.6 + a token is good until 15 days after the last use, − and then no more")
  void endsWhenIdle() {
    String used = spa().newRefreshToken();
    String idle = spa().newRefreshToken();
    clock.advance(Duration.ofDays(15).minusSeconds(1));
    assertThat(spa().refresh(used).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));

    assertRefused(spa().refresh(idle), "invalid_grant");
  }

  @Test
  @DisplayName("F15.6 − lives that contradict each other are not accepted")
  void refusesContradiction() {
    Duration day = Duration.ofDays(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RefreshRules(Duration.ZERO, day.plusSeconds(1), day, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RefreshRules(Duration.ZERO, day, Duration.ofDays(366), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RefreshRules.standard().withLeeway(Duration.ofSeconds(-1)));
  }

  @Test
  @DisplayName("F15 R10 + without rotation a confidential client's token is good again and again")
  void keepsReusableToken() {
    server.amend("web1", REUSABLE);
    OfflineWeb web = new OfflineWeb(server.issuer());
    String token = web.newRefreshToken();

    assertThat(refreshToken(web.refresh(token))).isEqualTo(token);
    assertThat(web.refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15 R10 + switched on, the first use converts, − and the other kind is revoked")
  void convertsToRotation() {
    server.amend("web1", REUSABLE);
    OfflineWeb web = new OfflineWeb(server.issuer());
    String reusable = web.newRefreshToken();
    String elsewhere = web.newRefreshToken();
    server.amend("web1", ROTATING);

    String converted = refreshToken(web.refresh(reusable));

    assertThat(converted).isNotEqualTo(reusable);
    assertRefused(web.refresh(elsewhere), "invalid_grant");
    assertThat(web.refresh(converted).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15 R10 + switched off, the first use converts, − and the other kind is revoked")
  void convertsFromRotation() {
    OfflineWeb web = new OfflineWeb(server.issuer());
    String rotating = web.newRefreshToken();
    String elsewhere = web.newRefreshToken();
    server.amend("web1", REUSABLE);

    String converted = refreshToken(web.refresh(rotating));

    assertRefused(web.refresh(elsewhere), "invalid_grant");
    assertThat(refreshToken(web.refresh(converted))).isEqualTo(converted);
  }

  @Test
  @DisplayName("F02.9 − a browser client gets no refresh token without rotation, nor uses one")
  void givesPublicClientsNoReusableToken() {
    String before = spa().newRefreshToken();
    server.amend("spa1", REUSABLE);

    assertThat(Parsed.json(spa().logIn()))
        .containsEntry("scope", "openid profile read:notes")
        .doesNotContainKey("refresh_token");
    assertRefused(spa().refresh(before), "invalid_grant");
  }

  @Test
  @DisplayName("F15 R11 − of 201 logins of a user at a client the oldest loses its token")
  void dropsTheOldest() {
    UserAgent browser = new UserAgent(server.issuer());
    String oldest = newRefreshToken(browser);
    String second = newRefreshToken(browser);
    IntStream.range(0, 199).forEach(i -> newRefreshToken(browser));

    assertRefused(spa().refresh(oldest), "invalid_grant");
    assertThat(spa().refresh(second).statusCode()).isEqualTo(200);
  }

  private String newRefreshToken(UserAgent browser) {
    String code = browser.codeFor(OfflineSpa.authorization(), "alice");
    return refreshToken(spa().token(Requests.redemption(code, Requests.SPA_CALLBACK)));
  }

  @Test
  @DisplayName("F15 + revocation leaves the user's other logins, − unless it deletes the grant")
  void revokesTheFamilyOrTheGrant() {
    String elsewhere = spa().newRefreshToken();
    spa().revoke(spa().newRefreshToken());
    assertThat(spa().refresh(elsewhere).statusCode()).isEqualTo(200);

    OfflineSpa strict = with(RefreshRules.standard().withRevocationOfGrant());
    String other = strict.newRefreshToken();
    strict.revoke(strict.newRefreshToken());

    assertRefused(strict.refresh(other), "invalid_grant");
  }
}
