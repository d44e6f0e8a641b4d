package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.flow.Checks.Check;
import io.bearergate.sample.flow.Exchange;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.Party;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowsTest extends StageTest {

  @ParameterizedTest
  @DisplayName(
      "F01.1 F01.2 F02.2 F03.1 F04.1 F05.1 F10.1 F11.1 F12.1 F13.1 + the flow ends with 200 from /api/notes")
  @ValueSource(strings = {"F01", "F02", "F03", "F04", "F05", "F10", "F11", "F12", "F13"})
  void endsWithAnAnswerOfTheApi(String id) {
    Outcome outcome = Flow.named(id).orElseThrow().in(stage.landscape());

    assertThat(outcome.answer()).isEqualTo("GET /api/notes 200");
    assertThat(outcome.holds()).isTrue();
  }

  @ParameterizedTest
  @DisplayName("F07.1 F15.1 F16.1 + the flow ends with 200 from the API its token is for")
  @CsvSource({
    "F07, GET /api/vault 200",
    "F15, GET /api/notes 200",
    "F16, GET /api/billing/bills 200"
  })
  void endsWithAnAnswerOfItsApi(String id, String answer) {
    Outcome outcome = Flow.named(id).orElseThrow().in(stage.landscape());

    assertThat(outcome.answer()).isEqualTo(answer);
    assertThat(outcome.holds()).isTrue();
  }

  @Test
  @DisplayName("F16.1 + two audiences, one login: the password is asked for once")
  void asksForOnePasswordForTwoApis() {
    Outcome outcome = Flow.named("several-apis").orElseThrow().in(stage.landscape());

    assertThat(lines(outcome)).filteredOn(line -> line.contains("/u/login")).hasSize(2);
    assertThat(lines(outcome)).filteredOn(line -> line.contains("/authorize?")).hasSize(2);
  }

  @Test
  @DisplayName("F15 V9 + a refreshed ID token is held against the first one")
  void checksRefreshedIdToken() {
    Outcome outcome = Flow.named("refresh").orElseThrow().in(stage.landscape());

    assertThat(outcome.ending().checks()).filteredOn(check -> check.id().equals("V9")).hasSize(3);
  }

  private static List<String> lines(Outcome outcome) {
    return outcome.ending().exchanges().stream()
        .map(exchange -> exchange.request().line())
        .toList();
  }

  @Test
  @DisplayName("F08.1 F08.9 the ID token is verified, and no access token: the API answers 401")
  void logsInWithoutAccessToken() {
    Outcome outcome = Flow.named("form-post").orElseThrow().in(stage.landscape());

    assertThat(outcome.answer()).isEqualTo("GET /api/whoami 401");
    assertThat(outcome.token()).isEqualTo("ID token only");
    assertThat(outcome.ending().checks())
        .extracting(Check::id)
        .contains("form", "SC1", "SC2", "V5");
    assertThat(outcome.holds()).isTrue();
  }

  @Test
  @DisplayName("F09.1 F09.3 the page is told to log in, and then who has")
  void logsInByCookie() {
    Outcome outcome = Flow.named("spa-cookies").orElseThrow().in(stage.landscape());

    assertThat(outcome.answer()).isEqualTo("GET /bff/me 200");
    assertThat(outcome.ending().checks()).extracting(Check::id).containsExactly("session");
    assertThat(outcome.holds()).isTrue();
  }

  @Test
  @DisplayName("F14.1 + the flow ends with 200 from the billing API")
  void callsBillingWithTheUserElsewhere() {
    Outcome outcome = Flow.named("ciba").orElseThrow().in(stage.landscape());

    assertThat(outcome.answer()).isEqualTo("GET /api/billing/bills 200");
    assertThat(outcome.ending().exchanges())
        .extracting(Exchange::sender)
        .contains(Party.OTHER_DEVICE)
        .doesNotContain(Party.USER_AGENT);
  }

  @Test
  @DisplayName("F06.1 F06.4 the transfer agreed to is 200, one of another amount 403")
  void transfersWhatWasAgreedTo() {
    Outcome outcome = Flow.named("rar").orElseThrow().in(stage.landscape());

    assertThat(outcome.answer()).isEqualTo("POST /api/transfers 200");
    assertThat(outcome.ending().checks())
        .contains(new Check("RAR", "the API refuses another amount", true))
        .contains(new Check("RAR", "what was granted is what was asked for", true));
  }

  @Test
  @DisplayName("F11.9 + two API calls, one token call")
  void asksForOneTokenForTwoCalls() {
    Outcome outcome = Flow.named("client-credentials").orElseThrow().in(stage.landscape());

    assertThat(outcome.ending().exchanges())
        .extracting(Exchange::request)
        .extracting(Exchange.Message::line)
        .filteredOn(line -> line.startsWith("POST "))
        .hasSize(1);
  }

  @Test
  @DisplayName("F01 − an issuer that is not there is an outcome that does not hold")
  void tellsOfDeadIssuer() {
    Landscape landscape = stage.landscape();
    Landscape dead =
        new Landscape("http://127.0.0.1:1/", landscape.api(), clock, landscape.people());

    Outcome outcome = Flow.named("F01").orElseThrow().in(dead);

    assertThat(outcome.holds()).isFalse();
    assertThat(outcome.answer()).contains("no answer from http://127.0.0.1:1/");
  }

  @Test
  @DisplayName("F01 − an API that refuses is an outcome that does not hold")
  void tellsOfRefusal() {
    Landscape landscape = stage.landscape();
    URI elsewhere = URI.create(landscape.issuer());
    Landscape wrongApi = new Landscape(landscape.issuer(), elsewhere, clock, landscape.people());

    Outcome outcome = Flow.named("F01").orElseThrow().in(wrongApi);

    assertThat(outcome.holds()).isFalse();
    assertThat(outcome.answer()).isEqualTo("GET /api/notes 404");
  }
}
