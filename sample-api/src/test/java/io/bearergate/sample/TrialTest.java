package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.Stage.Ports;
import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.playground.Debugger;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The debugger's buttons, by what its page sends. */
class TrialTest {

  private static final String TRIAL = "playground/api/trial";
  private static final String STATE = "a-state-of-my-own";
  private static final String TRANSFER =
      "[{\"type\":\"money_transfer\",\"amount\":\"25.00\",\"currency\":\"EUR\","
          + "\"creditor_account\":\"DE02120300000000202051\"}]";

  private static Stage stage;
  private final Visit visit = Visit.to(stage);

  @BeforeAll
  static void openStage() {
    VirtualClock clock = VirtualClock.runningWith(InstantSource.system());
    stage = Stage.open(Ports.ephemeral(), clock, Debugger.ON);
  }

  @AfterAll
  static void closeStage() {
    stage.close();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @DisplayName("F17.1 + each button by way of the browser comes to its answer, and tells no secret")
  @CsvSource({
    "code, web1, false, POST /oauth/token 200",
    "pkce, native1, false, POST /oauth/token 200",
    "par, web1, false, POST /oauth/token 200",
    "jar, webjar, false, POST /oauth/token 200",
    "rar, web1, false, POST /oauth/token 200",
    "form-post, form1, true, GET /authorize 200",
    "hybrid, hyb1, true, POST /oauth/token 200"
  })
  void goesByTheBrowser(String button, String application, boolean posted, String answer) {
    press(button, application);
    URI start =
        URI.create(
            Parsed.member(visit.walkOnce(it -> it.containsKey("destination")), "destination"));
    Callback callback = alice().travel(start, stage.api().address().resolve("playground/callback"));

    visit.arrive(single(callback.parameters()), posted);

    assertThat(callback.posted()).isEqualTo(posted);
    assertAnswered(answer);
  }

  @ParameterizedTest(name = "{1} as {2}, after {0}")
  @DisplayName("F17.1 + each button without a browser is answered, and tells no secret")
  @CsvSource({
    "'',       client-credentials, m2m1,  POST /oauth/token 200",
    "'',       device,             tv1,   POST /oauth/device/code 200",
    "device,   device-token,       tv1,   POST /oauth/token 400",
    "'',       password,           ropg1, POST /oauth/token 200",
    "'',       ciba,               ciba1, POST /bc-authorize 200",
    "ciba,     ciba-token,         ciba1, POST /oauth/token 400",
    "password, refresh,            ropg1, POST /oauth/token 200",
    "password, revoke,             ropg1, POST /oauth/revoke 200",
    "password, userinfo,           ropg1, GET /userinfo 200",
    "password, logout,             ropg1, GET /oidc/logout 200"
  })
  void asksDirectly(String before, String button, String application, String answer) {
    if (!before.isEmpty()) {
      press(before, application);
      visit.walkOnce(TrialTest::isDone);
    }
    press(button, application);

    assertAnswered(answer);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F17.1 − a button pressed before there is anything to go on with")
  @CsvSource({
    "device-token, tv1,   POST /oauth/token 400",
    "ciba-token,   ciba1, POST /oauth/token 400",
    "refresh,      ropg1, POST /oauth/token 400",
    "userinfo,     web1,  GET /userinfo 401"
  })
  void hasNothingToGoOnWith(String button, String application, String answer) {
    press(button, application);

    assertAnswered(answer);
  }

  private void assertAnswered(String answer) {
    String told = visit.walkOnce(TrialTest::isDone).body();
    assertThat(told)
        .contains(JSONObjectUtils.toJSONString(Map.of("answer", answer)).replaceAll("[{}]", ""));
    assertThat(told)
        .doesNotContain("s3cr3t", Fixtures.password("alice"))
        .doesNotContainPattern(Leaks.TOKEN)
        .doesNotContainPattern(Leaks.HANDLE);
  }

  private static boolean isDone(Map<String, Object> walk) {
    return Boolean.TRUE.equals(walk.get("done"));
  }

  private static Person alice() {
    return Person.scripted(new RecordedHttp((request, response) -> {}), stage.landscape());
  }

  private static Map<String, String> single(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().get(0)));
  }

  private void press(String button, String application) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("button", button);
    typed.put("application", application);
    if (!List.of("native1", "form1", "tv1").contains(application)) {
      typed.put("secret", Fixtures.clientSecret(application));
    }
    boolean ofBilling = List.of("rar", "ciba", "ciba-token").contains(button);
    typed.put("audience", ofBilling ? Fixtures.BILLING_API : Fixtures.NOTES_API);
    typed.put("scope", scope(button));
    typed.put("state", STATE);
    typed.put("username", "alice");
    typed.put("password", Fixtures.password("alice"));
    typed.put("binding_message", "W4SCT");
    typed.put("login_hint", hint());
    typed.put("authorization_details", TRANSFER);
    assertThat(visit.order(TRIAL, JSONObjectUtils.toJSONString(typed)).statusCode()).isEqualTo(200);
  }

  private static String scope(String button) {
    return switch (button) {
      case "client-credentials" -> "read:notes";
      case "password" -> "openid offline_access read:notes";
      default -> "openid";
    };
  }

  private static String hint() {
    return JSONObjectUtils.toJSONString(
        Map.of(
            "format", "iss_sub", "iss", stage.issuer().issuer(), "sub", Fixtures.subject("alice")));
  }
}
