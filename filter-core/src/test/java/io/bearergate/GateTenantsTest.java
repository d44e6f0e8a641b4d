package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.http.TestRequest;
import io.bearergate.keys.CapturedLog;
import io.bearergate.test.TestIssuer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Issuers that an application finds at run time, with keys over real HTTP. */
class GateTenantsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));

  @AutoClose private static final TestIssuer one = TestIssuer.start(CLOCK);
  @AutoClose private static final TestIssuer other = TestIssuer.start(CLOCK);
  @AutoClose private static final TestIssuer stranger = TestIssuer.start(CLOCK);

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Gate gate = open(settings());

  private GateConfigBuilder settings() {
    return GateConfig.builder(this::resolve, "api");
  }

  private Optional<Map<Setting, String>> resolve(String issuer) {
    return known.contains(issuer) ? Optional.of(Map.of()) : Optional.empty();
  }

  private static Gate open(GateConfigBuilder config) {
    return Gate.open(config.build(), CLOCK, GateListener.NONE);
  }

  @AfterEach
  void close() {
    gate.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("bearergate-"));
  }

  private static int status(Gate gate, String token) {
    TestRequest request = new TestRequest("GET", "/x").with("Authorization", "Bearer " + token);
    return gate.decide(request) instanceof Decision.Refuse refuse
        ? refuse.challenge().status()
        : 200;
  }

  private static String token(TestIssuer from) {
    return from.token(t -> t.audience("api"));
  }

  @Test
  void admitsTokensOfTenantsEachByItsOwnKeys() {
    known.add(one.issuer());
    known.add(other.issuer());

    assertThat(status(gate, token(one))).isEqualTo(200);
    assertThat(status(gate, token(other))).isEqualTo(200);
    assertThat(status(gate, other.token(t -> t.audience("api").signedWith(one.key()))))
        .isEqualTo(401);
    assertThat(status(gate, other.token(t -> t.audience("api").claim("iss", one.issuer()))))
        .isEqualTo(401);
  }

  @Test
  void fetchesNothingForWhomNobodyVouches() {
    assertThat(status(gate, token(stranger))).isEqualTo(401);
    assertThat(stranger.jwksFetches()).isZero();
    assertThat(gate.keyHealth()).isEmpty();
  }

  @Test
  void answers503WhereTheResolverThrowsAndNamesNobodyInTheLog() {
    try (CapturedLog log = new CapturedLog();
        Gate failing =
            open(
                GateConfig.builder(
                    issuer -> {
                      throw new IllegalStateException("no database for " + issuer);
                    },
                    "api"))) {
      assertThat(status(failing, token(one))).isEqualTo(503);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("IssuerResolver", "java.lang.IllegalStateException")
          .doesNotContain(one.issuer(), "no database");
    }
  }

  @Test
  void answers503WhereATenantsSettingsAreWrongAndSaysHow() {
    try (CapturedLog log = new CapturedLog();
        Gate failing =
            open(
                GateConfig.builder(
                    issuer -> Optional.of(Map.of(Setting.ALGORITHMS, "HS256")), "api"))) {
      assertThat(status(failing, token(one))).isEqualTo(503);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("algorithms \"HS256\" (IssuerResolver)");
    }
  }

  @Test
  void tellsTheHealthOfTenantsWhileTheyAreKept() {
    known.add(one.issuer());
    status(gate, token(one));

    assertThat(gate.keyHealth()).extracting(KeyHealth::issuer).containsExactly(one.issuer());
  }

  @Test
  void believesListedIssuersBesideTenants() {
    known.add(other.issuer());
    try (Gate both =
        open(
            settings()
                .set("main", Setting.ISSUER, one.issuer())
                .set("main", Setting.AUDIENCE, "main-api"))) {
      assertThat(status(both, one.token(t -> t.audience("main-api")))).isEqualTo(200);
      assertThat(status(both, token(one))).isEqualTo(401);
      assertThat(status(both, token(other))).isEqualTo(200);
      assertThat(status(both, token(stranger))).isEqualTo(401);
    }
  }

  @Test
  void startsWithoutAnyTenantEvenWhereKeysMustBeThere() {
    try (Gate strict = open(settings().set(Setting.STARTUP, "fail"))) {
      assertThat(status(strict, token(stranger))).isEqualTo(401);
    }
  }

  @Test
  void lendsTheApplicationsClassLoaderToTheResolver() {
    Set<ClassLoader> seen = ConcurrentHashMap.newKeySet();
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    try (Gate asking =
        open(
            GateConfig.builder(
                issuer -> {
                  seen.add(Thread.currentThread().getContextClassLoader());
                  return Optional.empty();
                },
                "api"))) {
      status(asking, token(one));
      assertThat(seen).containsExactly(own);
    }
  }

  @Test
  void publishesNoAuthorizationServerThatIsFoundAtRunTime() {
    known.add(one.issuer());
    try (Gate published =
        open(
            settings()
                .set(Setting.RESOURCE, "https://api.example.com/")
                .set(Setting.RESOURCE_METADATA, "on"))) {
      status(published, token(one));
      TestRequest asked = new TestRequest("GET", "/.well-known/oauth-protected-resource");

      assertThat(published.decide(asked))
          .isInstanceOfSatisfying(
              Decision.Publish.class,
              document ->
                  assertThat(document.json())
                      .contains("https://api.example.com/")
                      .doesNotContain("authorization_servers", one.issuer()));
    }
  }

  @Test
  void endsAResolverThatHangsWhenItCloses() {
    Set<Thread> hanging = ConcurrentHashMap.newKeySet();
    Gate stuck =
        open(
            GateConfig.builder(
                issuer -> {
                  hanging.add(Thread.currentThread());
                  try {
                    Thread.sleep(60_000);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return Optional.empty();
                },
                "api"));
    Thread request = new Thread(() -> status(stuck, token(one)));
    request.start();
    Awaitility.await().until(() -> hanging.size() == 1);

    stuck.close();

    assertThat(hanging).allMatch(thread -> !thread.isAlive());
    Awaitility.await().until(() -> !request.isAlive());
  }
}
