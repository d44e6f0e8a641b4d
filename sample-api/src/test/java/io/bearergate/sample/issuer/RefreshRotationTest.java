package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.OfflineSpa.assertRefused;
import static io.bearergate.sample.issuer.OfflineSpa.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefreshRotationTest extends IssuerTest {

  private OfflineSpa spa;

  @BeforeEach
  void openApplication() {
    spa = new OfflineSpa(server.issuer());
  }

  @Test
  @DisplayName("F15.1 + use brings a new refresh token, a new access token and an ID token")
  void rotates() {
    HttpResponse<String> login = spa.logIn();

    HttpResponse<String> answer = spa.refresh(refreshToken(login));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(refreshToken(answer)).startsWith("bgr_").isNotEqualTo(refreshToken(login));
    assertThat(Parsed.json(answer))
        .containsEntry("scope", OfflineSpa.SCOPES)
        .containsEntry("token_type", "Bearer")
        .containsEntry("expires_in", 86400L);
    JWTClaimsSet first = Parsed.claims(Parsed.member(login, "id_token"));
    JWTClaimsSet second = Parsed.claims(Parsed.member(answer, "id_token"));
    assertThat(second.getSubject()).isEqualTo(first.getSubject());
    assertThat(second.getAudience()).isEqualTo(first.getAudience());
    assertThat(second.getClaims()).doesNotContainKey("nonce");
  }

  @Test
  @DisplayName("F15.1 + V9 an ID token that comes of a refresh tells the login's auth_time")
  void keepsTheTimeOfTheLogin() throws Exception {
    HttpResponse<String> login =
        spa.logIn(Requests.with(OfflineSpa.authorization(), "max_age", "600"));
    clock.advance(Duration.ofHours(1));

    HttpResponse<String> answer = spa.refresh(refreshToken(login));

    assertThat(authTime(answer)).isEqualTo(authTime(login)).isNotNull();
  }

  @Test
  @DisplayName("F15.1 + the new access token is for the same API and says how it was come by")
  void namesTheGrantInTheAccessToken() throws Exception {
    JWTClaimsSet claims =
        Parsed.claims(Parsed.member(spa.refresh(spa.newRefreshToken()), "access_token"));

    assertThat(claims.getStringClaim("gty")).isEqualTo("refresh_token");
    assertThat(claims.getAudience()).contains(Fixtures.NOTES_API);
  }

  @Test
  @DisplayName("F15.2 − a token used again is invalid_grant, and so is its successor then")
  void endsTheFamilyOnReuse() {
    String stolen = spa.newRefreshToken();
    String successor = refreshToken(spa.refresh(stolen));

    assertRefused(spa.refresh(stolen), "invalid_grant");

    assertRefused(spa.refresh(successor), "invalid_grant");
  }

  @Test
  @DisplayName("F15.2 − the reuse is told in the log, once and without the token")
  void logsReuse() {
    String stolen = spa.newRefreshToken();
    String successor = refreshToken(spa.refresh(stolen));

    List<String> lines =
        loggedDuring(
            () -> {
              spa.refresh(stolen);
              spa.refresh(stolen);
              spa.refresh(successor);
            });

    assertThat(lines).singleElement().asString().contains("rt_reuse", "spa1");
    assertThat(lines.toString()).doesNotContain("bgr_", stolen, successor);
  }

  @Test
  @DisplayName("F15.2 − the alarm reaches the family it was raised in and no other")
  void leavesOtherLoginsAlone() {
    String stolen = spa.newRefreshToken();
    String elsewhere = spa.newRefreshToken();
    spa.refresh(stolen);

    spa.refresh(stolen);

    assertThat(spa.refresh(elsewhere).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.3 − when the thief is first, the owner's use ends what the thief has got")
  void endsTheThiefsTokensWhenTheOwnerComes() {
    String stolen = spa.newRefreshToken();
    String thiefs = refreshToken(spa.refresh(refreshToken(spa.refresh(stolen))));

    HttpResponse<String> owner = spa.refresh(stolen);

    assertRefused(owner, "invalid_grant");
    assertRefused(spa.refresh(thiefs), "invalid_grant");
  }

  @Test
  @DisplayName("F15.5 − of eight uses at the same time one wins, and its successor is dead, too")
  void answersOneOfManyAtOnce() {
    String token = spa.newRefreshToken();

    List<HttpResponse<String>> answers = atOnce(8, () -> spa.refresh(token));

    List<HttpResponse<String>> winners =
        answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(winners).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 400).hasSize(7);
    assertRefused(spa.refresh(refreshToken(winners.get(0))), "invalid_grant");
  }

  @Test
  @DisplayName("F15.14 − nothing is kept on disk: after a restart a refresh token is unknown")
  void forgetsAllWhenClosed() {
    String token;
    try (MockAuthorizationServer before = MockAuthorizationServer.start(options())) {
      token = new OfflineSpa(before.issuer()).newRefreshToken();
    }

    try (MockAuthorizationServer after = MockAuthorizationServer.start(options())) {
      assertRefused(new OfflineSpa(after.issuer()).refresh(token), "invalid_grant");
    }
  }

  private static IssuerOptions options() {
    return IssuerOptions.ephemeral(clock);
  }

  private static Object authTime(HttpResponse<String> answer) {
    return Parsed.claims(Parsed.member(answer, "id_token")).getClaim("auth_time");
  }

  private static List<HttpResponse<String>> atOnce(
      int callers, Callable<HttpResponse<String>> call) {
    CyclicBarrier together = new CyclicBarrier(callers);
    Callable<HttpResponse<String>> waiting =
        () -> {
          together.await();
          return call.call();
        };
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    try {
      List<Callable<HttpResponse<String>>> all = Collections.nCopies(callers, waiting);
      return pool.invokeAll(all).stream().map(RefreshRotationTest::get).toList();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static HttpResponse<String> get(Future<HttpResponse<String>> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> loggedDuring(Runnable work) {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.bearergate.sample.issuer");
    logger.addHandler(handler);
    try {
      work.run();
    } finally {
      logger.removeHandler(handler);
    }
    return lines;
  }
}
