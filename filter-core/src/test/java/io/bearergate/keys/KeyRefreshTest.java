package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.bearergate.keys.ServedKeys.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.bearergate.event.KeyHealth;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRefreshTest {

  @RegisterExtension static final ServedKeys issuer = new ServedKeys();

  private static final TestKey ROTATED = TestKey.generate("ES256", "rotated");

  static Stream<Arguments> badAnswers() {
    return Stream.of(
        Arguments.of("500", aResponse().withStatus(500)),
        Arguments.of("404", aResponse().withStatus(404)),
        Arguments.of(
            "401 asking for a password",
            aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic realm=\"x\"")),
        Arguments.of("204", aResponse().withStatus(204)),
        Arguments.of("HTML", aResponse().withBody("<html>Sign in</html>")),
        Arguments.of("empty body", aResponse().withBody("")),
        Arguments.of("empty set", okJson("{\"keys\":[]}")),
        Arguments.of("metadata", okJson("{\"issuer\":\"https://other/\",\"jwks_uri\":\"/x\"}")),
        Arguments.of("keys that are no list", okJson("{\"keys\":{}}")),
        Arguments.of("cut short", okJson(TestJwks.of(ROTATED).substring(0, 40))),
        Arguments.of(
            "private key only", okJson(TestJwks.ofMembers(TestJwks.jwk(ROTATED, "d", "AQAB")))),
        Arguments.of("429", aResponse().withStatus(429).withHeader("Retry-After", "7")),
        Arguments.of("redirect loop", aResponse().withStatus(302).withHeader("Location", "/jwks")),
        Arguments.of("no usable key", okJson("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AQAB\"}]}")),
        Arguments.of(
            "compressed", okJson(TestJwks.of(ROTATED)).withHeader("Content-Encoding", "gzip")),
        Arguments.of("too long", okJson("{\"keys\":[]" + " ".repeat(600_000) + "}")),
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        Arguments.of("malformed chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        Arguments.of("nothing", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("late", okJson(TestJwks.of(ROTATED)).withFixedDelay(3_000)),
        Arguments.of("dripping", okJson(TestJwks.of(ROTATED)).withChunkedDribbleDelay(30, 3_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAnswers")
  void keepsGoodKeysThroughABadAnswer(String what, ResponseDefinitionBuilder answer) {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(answer);

    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("unavailable", 1);

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(issuer.rig().count("fetched")).isEqualTo(1);
  }

  @Test
  void dropsRemovedKeyAtTheNextRefresh() {
    JwkSource source = issuer.warm(TestJwks.EC, ROTATED);
    issuer.serve(TestJwks.EC);

    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("fetched", 2);

    assertThat(ask(source, "rotated")).isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void changesGenerationOnlyWithTheKeys() {
    JwkSource source = issuer.warm(TestJwks.EC, TestJwks.RSA);
    long first = ((KeyLookup.Found) ask(source, "ec")).generation();

    issuer.serve(TestJwks.RSA, TestJwks.EC);
    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("fetched", 2);
    assertThat(((KeyLookup.Found) ask(source, "ec")).generation()).isEqualTo(first);

    issuer.serve(TestJwks.EC);
    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("fetched", 3);
    assertThat(((KeyLookup.Found) ask(source, "ec")).generation()).isNotEqualTo(first);
  }

  @Test
  void refreshesAtFourFifthsOfTheAge() {
    issuer.warm(TestJwks.EC);

    issuer.rig().passAndTick(Duration.ofSeconds(239));
    assertThat(issuer.fetches()).isEqualTo(1);

    issuer.rig().passAndTick(Duration.ofSeconds(2));
    issuer.rig().await("fetched", 2);
  }

  @Test
  void refreshesSoonerWhereTheIssuerSaysSo() {
    issuer.serve(
        okJson(TestJwks.of(TestJwks.EC)).withHeader("Cache-Control", "public, max-age=100"));
    issuer.open();
    issuer.rig().await("fetched", 1);

    issuer.rig().passAndTick(Duration.ofSeconds(81));

    issuer.rig().await("fetched", 2);
  }

  @Test
  void servesOldKeysUpToTheLimitAndNoLonger() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(503));
    issuer.rig().passAndTick(TestJwks.rules().maxStale());
    issuer.rig().await("unavailable", 1);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);

    issuer.rig().pass(Duration.ofNanos(1));

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
  }

  @Test
  void backsOffWhileFetchesFail() {
    issuer.serve(aResponse().withStatus(503));
    issuer.open();
    issuer.rig().await("unavailable", 1);
    List<Integer> seconds = new ArrayList<>();

    for (int failures = 2; failures <= 8; failures++) {
      int waited = 0;
      int before = failures - 1;
      while (issuer.rig().count("unavailable") == before && waited < 100) {
        int sent = issuer.fetches();
        issuer.rig().passAndTick(Duration.ofSeconds(1));
        waited++;
        if (waited >= Math.min(1 << (failures - 2), 50)) {
          issuer.rig().await("unavailable", failures);
        }
        assertThat(issuer.fetches()).isLessThanOrEqualTo(sent + 1);
      }
      seconds.add(waited);
    }

    assertThat(seconds).containsExactly(1, 2, 4, 8, 16, 32, 50);
  }

  @Test
  void keepsTheTimersBudgetApartFromTheFloods() {
    JwkSource source = issuer.warm(TestJwks.EC);
    ask(source, "flood");

    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("fetched", 3);
    ask(source, "flood again");

    assertThat(issuer.fetches()).isEqualTo(4);
  }

  static Stream<Arguments> mixedSets() {
    TestKey twin = TestKey.generate("ES256", "rotated");
    return Stream.of(
        Arguments.of("a private key", TestJwks.jwk(TestJwks.EC, "d", "AQAB")),
        Arguments.of("an unknown type", Map.of("kty", "OKP-2", "kid", "ec", "x", "AA")),
        Arguments.of("a symmetric key", Map.of("kty", "oct", "kid", "ec", "k", "AQAB")),
        Arguments.of("a malformed key", TestJwks.jwk(TestJwks.EC, "y", "AAAA")),
        Arguments.of("a key to encrypt with", TestJwks.jwk(TestJwks.EC, "use", "enc")),
        Arguments.of("no object", "text"),
        Arguments.of("another key of the same id", twin.publicJwk()));
  }

  @ParameterizedTest(name = "beside {0}")
  @MethodSource("mixedSets")
  void takesTheGoodKeysOfASetAndNoOther(String what, Object other) {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(okJson(TestJwks.ofMembers(other, ROTATED.publicJwk())));

    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("fetched", 2);

    assertThat(TestJwks.verifies(source, ROTATED, "rotated")).isTrue();
    assertThat(ask(source, "ec")).isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void recoversByTheTimerAndStartsOverWithItsPatience() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(503));
    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("unavailable", 1);
    issuer.serve(TestJwks.EC, ROTATED);

    issuer.rig().passAndTick(Duration.ofSeconds(1));
    issuer.rig().await("changed to GOOD", 2);

    assertThat(ask(source, "rotated")).isInstanceOf(KeyLookup.Found.class);
    assertThat(issuer.rig().events)
        .filteredOn(event -> event.startsWith("changed"))
        .containsExactly("changed to GOOD", "changed to SERVING_OLD", "changed to GOOD");
  }

  @Test
  void noticesTheEndOfAnOutageByAnUnknownIdBeforeTheTimerDoes() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(503));
    for (int failures = 1; failures <= 8; failures++) {
      issuer.rig().passAndTick(Duration.ofMinutes(5));
      issuer.rig().await("unavailable", failures);
    }
    issuer.serve(TestJwks.EC, ROTATED);

    assertThat(ask(source, "rotated")).isInstanceOf(KeyLookup.Found.class);
    assertThat(issuer.rig().sources.health().get(0).state()).isEqualTo(KeyHealth.State.GOOD);
  }

  @Test
  void refreshesOneIssuerWhileAnotherHangs() {
    try (RawServer hanging = RawServer.plain("", "")) {
      issuer.rig().sources.open("dead", new KeyLocation.Jwks(hanging.uri()));
      JwkSource source = issuer.warm(TestJwks.EC);
      issuer.serve(TestJwks.EC, ROTATED);

      issuer.rig().passAndTick(Duration.ofMinutes(5));
      issuer.rig().await("fetched", 2);

      assertThat(ask(source, "rotated")).isInstanceOf(KeyLookup.Found.class);
      assertThat(hanging.connections()).isPositive();
    }
  }

  @Test
  void fetchesForOneIssuerBesideTwentyThatHang() {
    try (RawServer hanging = RawServer.plain("", "")) {
      for (int i = 0; i < 20; i++) {
        issuer.rig().sources.open("dead " + i, new KeyLocation.Jwks(hanging.uri()));
      }

      JwkSource source = issuer.warm(TestJwks.EC);

      assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
      assertThat(hanging.connections()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void leavesAnIssuerAloneAsLongAsItAsks(int status) {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(status).withHeader("Retry-After", "30"));
    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await("unavailable", 1);

    issuer.rig().passAndTick(Duration.ofSeconds(29));
    assertThat(issuer.fetches()).isEqualTo(2);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);

    issuer.rig().passAndTick(Duration.ofSeconds(8));
    issuer.rig().await("unavailable", 2);
  }

  @Test
  void refreshesOnceAMinuteWhereTheIssuerWantsNothingKept() {
    issuer.serve(okJson(TestJwks.of(TestJwks.EC)).withHeader("Cache-Control", "no-store"));
    issuer.open();
    issuer.rig().await("fetched", 1);

    issuer.rig().passAndTick(Duration.ofSeconds(47));
    assertThat(issuer.fetches()).isEqualTo(1);

    issuer.rig().passAndTick(Duration.ofSeconds(2));
    issuer.rig().await("fetched", 2);
  }
}
