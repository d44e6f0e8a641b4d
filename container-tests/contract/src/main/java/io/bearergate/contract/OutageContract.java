package io.bearergate.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The issuer's keys cannot be had: we are at fault, and say so. */
public abstract class OutageContract extends ContainerContract {

  private static final String RULES = "/public/** open\n/optional/** optional\n/** token";

  private final FaultyKeys keys = FaultyKeys.start();
  private final CapturedLog log = CapturedLog.start();

  @AfterAll
  void stopKeys() {
    log.close();
    keys.close();
  }

  private TestApi cold() {
    return coldPlan().start();
  }

  private TestApi.Plan coldPlan() {
    return api()
        .rules(RULES)
        .set(Setting.STARTUP, "lazy")
        .set(Setting.READ_TIMEOUT, "500ms")
        .set(Setting.JWKS_URI, keys.address())
        .echoing("/public/*")
        .serving("/*", new Echo("other"));
  }

  private TestApi warm() {
    TestApi api =
        api()
            .rules(RULES)
            .set(Setting.JWKS_COOLDOWN, "1s")
            .echoing("/public/*")
            .serving("/*", new Echo("other"))
            .start();
    await().atMost(ofSeconds(5)).until(() -> api.get("/a", api.token()).status() == 200);
    return api;
  }

  @Test
  @DisplayName("RS.4 cold start answers 503 with Retry-After and no challenge")
  void answersUnavailableWhileCold() {
    keys.fail(503);
    try (TestApi api = cold()) {
      Answer answer = api.get("/a", api.token());

      Refusal.C6.isGivenBy(answer);
      assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
  }

  @Test
  @DisplayName("RS.4 cold start recovers by itself when the issuer comes up")
  void recoversByItself() {
    keys.fail(503);
    try (TestApi api = cold()) {
      Refusal.C6.isGivenBy(api.get("/a", api.token()));
      keys.serve(api.issuer().jwks());

      await().atMost(ofSeconds(15)).until(() -> api.get("/a", api.token()).status() == 200);
    }
  }

  @Test
  @DisplayName("RS.4 cold start refuses what needs no key to be refused")
  void refusesHopelessTokenWhileCold() {
    keys.fail(503);
    try (TestApi api = cold()) {
      Refusal.C0.isGivenBy(api.get("/a"));
      Refusal.C1.isGivenBy(api.get("/a", "a.b.c"));
      Refusal.C1.isGivenBy(api.get("/a", api.token(t -> t.claim("iss", "https://other/"))));
    }
  }

  @Test
  void answersUnavailableOnOptionalPathWhileCold() {
    keys.fail(503);
    try (TestApi api = cold()) {
      Refusal.C6.isGivenBy(api.get("/optional", api.token()));
      assertThat(api.get("/optional").status()).isEqualTo(200);
    }
  }

  Stream<Arguments> faults() {
    return Stream.of(
        fault("garbage", (at, by) -> at.breakOff(Fault.RANDOM_DATA_THEN_CLOSE)),
        fault("reset", (at, by) -> at.breakOff(Fault.CONNECTION_RESET_BY_PEER)),
        fault("empty answer", (at, by) -> at.breakOff(Fault.EMPTY_RESPONSE)),
        fault("broken chunk", (at, by) -> at.breakOff(Fault.MALFORMED_RESPONSE_CHUNK)),
        fault("silence", (at, by) -> at.hang(ofSeconds(20))),
        fault("drip", (at, by) -> at.drip(by.jwks(), ofSeconds(20))),
        fault("no JSON", (at, by) -> at.serve("<html>")),
        fault("no keys", (at, by) -> at.serve("{\"keys\":[]}")),
        fault("50 MB", (at, by) -> at.serve("{\"keys\":[" + " ".repeat(50_000_000) + "]}")),
        fault("redirect elsewhere", (at, by) -> at.redirect(by.jwksUri().toString())),
        fault("not found", (at, by) -> at.fail(404)));
  }

  private static Arguments fault(String name, BiConsumer<FaultyKeys, TestIssuer> fault) {
    return Arguments.of(Named.of(name, fault));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  @DisplayName("RS.4 cold start answers 503 whatever fails")
  void answersUnavailableForEveryFault(BiConsumer<FaultyKeys, TestIssuer> fault) {
    TestApi.Plan plan = coldPlan();
    fault.accept(keys, plan.issuer());
    try (TestApi api = plan.start()) {
      Refusal.C6.isGivenBy(api.get("/a", api.token()));
      assertThat(api.get("/public").status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("RS.17 logs nothing of a token that could not be judged")
  void logsNothingOfToken() {
    keys.fail(503);
    try (TestApi api = cold()) {
      String token = api.token();
      api.get("/a", token);

      assertThat(log.text()).contains("503").doesNotContain("alice");
      assertThat(log.text()).doesNotContain(token.split("\\."));
    }
  }

  @Test
  @DisplayName("RS.4 keys at hand serve on through an outage")
  void servesOnThroughOutage() {
    try (TestApi api = warm()) {
      String token = api.token();
      String fresh = api.token(t -> t.subject("bob"));
      api.issuer().close();

      assertThat(api.get("/a", token).told("principal")).isEqualTo("alice");
      assertThat(api.get("/a", fresh).told("principal")).isEqualTo("bob");
    }
  }

  @Test
  @DisplayName("RS.4 an unknown kid whose fetch failed is no fault of the token")
  void answersUnavailableForUnknownKidWhileDown() {
    try (TestApi api = warm()) {
      String token = api.token(t -> t.signedWith(TestKey.generate("ES256", "new")));
      api.issuer().close();

      Refusal.C6.isGivenBy(api.get("/a", token));
      assertThat(api.events().refusals()).isEqualTo(List.of(Reason.KEYS_UNAVAILABLE));
    }
  }
}
