package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  static final String REALM_GRANT = "http://auth0.com/oauth/grant-type/password-realm";

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private MockAuthorizationServer server;

  @BeforeEach
  void startServer() {
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.ROPG));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  static Map<String, String> request(String username) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "password");
    form.put("username", username);
    form.put("password", Fixtures.password(username));
    form.put("audience", Fixtures.NOTES_API);
    form.put("scope", "read:notes");
    form.put("client_id", "ropg1");
    form.put("client_secret", Fixtures.clientSecret("ropg1"));
    return form;
  }

  private static Map<String, String> inRealm(String realm, String username) {
    return Requests.with(
        Requests.with(request(username), "grant_type", REALM_GRANT), "realm", realm);
  }

  private static Map<String, String> wrong(String username) {
    return Requests.with(request("alice"), "username", username).entrySet().stream()
        .collect(
            LinkedHashMap::new,
            (form, field) ->
                form.put(
                    field.getKey(), field.getKey().equals("password") ? "wrong" : field.getValue()),
            LinkedHashMap::putAll);
  }

  private HttpResponse<String> send(Map<String, String> form, String... headers) {
    return send(server, form, headers);
  }

  private static HttpResponse<String> send(
      MockAuthorizationServer to, Map<String, String> form, String... headers) {
    return Wire.postForm(to.issuer() + "oauth/token", form, headers);
  }

  private static String told(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.json(answer).get("error");
  }

  @ParameterizedTest
  @DisplayName("F13.1 + default directory, by name, e-mail or telephone number")
  @ValueSource(strings = {"alice", "alice@bearergate.test", "+1 555 0100"})
  void takesPassword(String identifier) {
    HttpResponse<String> answer = send(Requests.with(request("alice"), "username", identifier));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.claims(Parsed.member(answer, "access_token")).getClaims())
        .containsEntry("sub", Fixtures.subject("alice"))
        .containsEntry("gty", "password")
        .containsEntry("scope", "read:notes");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  @DisplayName("F13.1 + a directory that is named")
  void takesPasswordInRealm() {
    HttpResponse<String> answer =
        send(Requests.with(inRealm("customers", "carol"), "scope", "openid"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.claims(Parsed.member(answer, "access_token")).getClaims())
        .containsEntry("sub", Fixtures.subject("carol"))
        .containsEntry("gty", "password");
  }

  static Stream<Arguments> wrongCredentials() {
    return Stream.of(
        Arguments.of("wrong password", wrong("alice")),
        Arguments.of("unknown user", wrong("mallory")),
        Arguments.of("user of another directory", request("carol")),
        Arguments.of("user of the wrong directory", inRealm("customers", "alice")),
        Arguments.of("user without a password", wrong("octo")));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F13.2 − wrong password, unknown user, wrong directory: one and the same answer")
  @MethodSource("wrongCredentials")
  void tellsNoFaultApart(String how, Map<String, String> form) {
    HttpResponse<String> expected = send(wrong("alice"));

    HttpResponse<String> answer = send(form);

    assertThat(told(answer)).as(how).isEqualTo("400 invalid_grant");
    assertThat(answer.body()).isEqualTo(expected.body());
    assertThat(answer.headers().map().keySet()).isEqualTo(expected.headers().map().keySet());
  }

  @Test
  @DisplayName("F13.2 − with errors=auth0 it is invalid_user_password, 403")
  void speaksAsAuth0DoesWhenTold() {
    IssuerOptions options =
        IssuerOptions.ephemeral(clock).with(Feature.ROPG).withErrors(ErrorProfile.AUTH0);
    try (MockAuthorizationServer auth0 = MockAuthorizationServer.start(options)) {
      assertThat(told(send(auth0, wrong("alice")))).isEqualTo("403 invalid_user_password");
      assertThat(told(send(auth0, request("bob")))).isEqualTo("401 mfa_required");
      Map<String, String> byPublic = Requests.without(request("alice"), "client_secret");
      assertThat(told(send(auth0, Requests.with(byPublic, "client_id", "spa1"))))
          .isEqualTo("403 unauthorized_client");
    }
  }

  private static Map<String, String> as(String clientId, Map<String, String> form) {
    return Requests.with(
        Requests.with(form, "client_id", clientId),
        "client_secret",
        Fixtures.clientSecret(clientId));
  }

  @Test
  @DisplayName("F13.3 − a third-party client is unauthorized_client")
  void refusesThirdParty() {
    Map<String, String> form = Requests.without(request("alice"), "client_id", "client_secret");

    HttpResponse<String> answer =
        send(form, "Authorization", Wire.basic("tp1", Fixtures.clientSecret("tp1")));

    assertThat(told(answer)).isEqualTo("400 unauthorized_client");
  }

  @Test
  @DisplayName("F13.3 − a public client is unauthorized_client")
  void refusesPublicClient() {
    Map<String, String> form = Requests.without(request("alice"), "client_secret");

    assertThat(told(send(Requests.with(form, "client_id", "spa1"))))
        .isEqualTo("400 unauthorized_client");
  }

  @ParameterizedTest
  @DisplayName("F13.3 − neither a public nor a third-party client is trusted, whatever it may use")
  @CsvSource({
    "none, false, false",
    "client_secret_post, true, false",
    "client_secret_post, false, true"
  })
  void trustsOnlyOwnConfidentialClients(String method, boolean thirdParty, boolean trusted) {
    Client client =
        Client.parse(
            new Fixture(
                Map.of(
                    "client_id", "x", "auth_methods", List.of(method), "third_party", thirdParty)));

    assertThat(client.isTrusted()).isEqualTo(trusted);
  }

  @ParameterizedTest
  @DisplayName("F13.3 − off by default: unauthorized_client, and the metadata does not speak of it")
  @ValueSource(strings = {"password", REALM_GRANT, "http://auth0.com/oauth/grant-type/mfa-otp"})
  void isOffByDefault(String grant) {
    try (MockAuthorizationServer plain =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      Map<String, String> form = Requests.with(inRealm("users", "alice"), "grant_type", grant);

      assertThat(told(send(plain, form))).isEqualTo("400 unauthorized_client");
      assertThat(Wire.get(plain.issuer() + ".well-known/openid-configuration").body())
          .doesNotContain(grant.substring(grant.lastIndexOf('/') + 1));
      assertThat(Wire.postForm(plain.issuer() + "mfa/challenge", Map.of()).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  @DisplayName("F13.3 a start with it on is warned of, one without is not")
  void warnsAtStart() {
    List<LogRecord> warnings = recorded(options -> options);
    List<LogRecord> withIt = recorded(options -> options.with(Feature.ROPG));

    assertThat(warnings).isEmpty();
    assertThat(withIt).singleElement().extracting(LogRecord::getLevel).isEqualTo(Level.WARNING);
  }

  private List<LogRecord> recorded(UnaryOperator<IssuerOptions> change) {
    Logger logger = Logger.getLogger(PasswordFeature.class.getName());
    Recorder recorder = new Recorder();
    logger.addHandler(recorder);
    try {
      MockAuthorizationServer.start(change.apply(IssuerOptions.ephemeral(clock))).close();
    } finally {
      logger.removeHandler(recorder);
    }
    return recorder.records;
  }

  private static final class Recorder extends Handler {

    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @DisplayName("F13.4 − an unknown realm, one without passwords, and none: invalid_request")
  @ValueSource(strings = {"elsewhere", "github", ""})
  void refusesRealm(String realm) {
    assertThat(told(send(inRealm(realm, "alice")))).isEqualTo("400 invalid_request");
  }

  @ParameterizedTest
  @DisplayName("F13.4 − username and password are required")
  @ValueSource(strings = {"username", "password"})
  void requires(String parameter) {
    assertThat(told(send(Requests.without(request("alice"), parameter))))
        .isEqualTo("400 invalid_request");
  }

  @ParameterizedTest
  @DisplayName("F13.6 − after ten failures 429, with the right password too, known user or not")
  @ValueSource(strings = {"alice", "mallory"})
  void locksAfterTenFailures(String username) {
    for (int failure = 0; failure < 10; failure++) {
      assertThat(told(send(wrong(username)))).isEqualTo("400 invalid_grant");
    }

    HttpResponse<String> eleventh = send(wrong(username));

    assertThat(told(eleventh)).isEqualTo("429 too_many_attempts");
    assertThat(eleventh.headers().firstValue("Retry-After")).isPresent();
    assertThat(told(send(Requests.with(request("alice"), "username", username))))
        .isEqualTo("429 too_many_attempts");
    assertThat(send(Requests.with(inRealm("customers", "carol"), "scope", "openid")).statusCode())
        .isEqualTo(200);
    clock.advance(Duration.ofMinutes(15));
    assertThat(told(send(wrong(username)))).isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F13.6 − a user's names share one count")
  void countsTheUserNotTheName() {
    for (int failure = 0; failure < 10; failure++) {
      send(wrong(failure % 2 == 0 ? "alice" : "alice@bearergate.test"));
    }

    assertThat(told(send(request("alice")))).isEqualTo("429 too_many_attempts");
  }

  static Stream<Arguments> scopes() {
    return Stream.of(
        Arguments.of("bob's are asked for by name", "read:notes", List.of("read:notes")),
        Arguments.of("none: all the API has for her", "", List.of("read:notes")),
        Arguments.of(
            "only openid: all of OpenID Connect's too",
            "openid",
            List.of("openid", "profile", "email", "read:notes")),
        Arguments.of(
            "openid with an API scope: no more than that",
            "openid read:notes",
            List.of("openid", "read:notes")),
        Arguments.of(
            "openid with others of its kind",
            "openid email",
            List.of("openid", "email", "read:notes")),
        Arguments.of("what she may not is dropped", "read:notes admin", List.of("read:notes")));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F13.7 + which scopes are granted, and that the answer lists them")
  @MethodSource("scopes")
  void grantsScopes(String how, String asked, List<String> granted) {
    HttpResponse<String> answer = send(Requests.with(request("alice"), "scope", asked));

    assertThat(Parsed.member(answer, "scope").split(" "))
        .as(how)
        .containsExactlyInAnyOrderElementsOf(granted);
  }

  @Test
  @DisplayName("F13.8 + auth0-forwarded-for of a client that may: failures count by that address")
  void believesForwardedAddress() {
    for (int failure = 0; failure < 10; failure++) {
      send(wrong("alice"), "auth0-forwarded-for", "198.51.100.7");
    }

    assertThat(told(send(request("alice"), "auth0-forwarded-for", "198.51.100.7")))
        .isEqualTo("429 too_many_attempts");
    assertThat(send(request("alice"), "auth0-forwarded-for", "198.51.100.8").statusCode())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("F13.8 − of a client that may not, it is ignored: another address is no way around")
  void ignoresForwardedAddress() {
    for (int failure = 0; failure < 10; failure++) {
      send(as("ropg2", wrong("alice")), "auth0-forwarded-for", "198.51.100." + failure);
    }

    assertThat(told(send(as("ropg2", request("alice")), "auth0-forwarded-for", "198.51.100.99")))
        .isEqualTo("429 too_many_attempts");
  }

  @Test
  @DisplayName("F13.8 − X-Forwarded-For, which anybody may send, is no way around")
  void ignoresForwardedFor() {
    for (int failure = 0; failure < 10; failure++) {
      send(wrong("alice"), "X-Forwarded-For", "198.51.100." + failure);
    }

    assertThat(told(send(request("alice"), "X-Forwarded-For", "198.51.100.99")))
        .isEqualTo("429 too_many_attempts");
  }

  @Test
  @DisplayName("F13.8 − what is no address is ignored")
  void ignoresWhatIsNoAddress() {
    for (int failure = 0; failure < 10; failure++) {
      send(wrong("alice"), "auth0-forwarded-for", "nowhere " + failure);
    }

    assertThat(told(send(request("alice")))).isEqualTo("429 too_many_attempts");
  }

  @ParameterizedTest
  @DisplayName("F13.9 − the password is in no log, no journal and no answer, right or wrong")
  @ValueSource(strings = {"p4ssw0rd-alice", "wr0ng-alice"})
  void keepsPasswordToItself(String password) {
    Logger root = Logger.getLogger("");
    Recorder recorder = new Recorder();
    recorder.setLevel(Level.ALL);
    root.addHandler(recorder);
    try (MockAuthorizationServer watched =
        MockAuthorizationServer.start(
            IssuerOptions.ephemeral(clock).with(Feature.ROPG).with(Feature.CONTROLS))) {
      HttpResponse<String> answer =
          send(watched, Requests.with(request("alice"), "password", password));
      String journal = Wire.get(watched.issuer() + "__mock/journal").body();

      assertThat(answer.body()).doesNotContain(password);
      assertThat(journal).contains("\"password\"", "oauth/token").doesNotContain(password);
      assertThat(recorder.records)
          .isNotEmpty()
          .noneMatch(entry -> new SimpleFormatter().format(entry).contains(password));
    } finally {
      root.removeHandler(recorder);
    }
  }

  @Test
  @DisplayName("F13.10 − a password that has leaked is password_leaked, and only if it is right")
  void refusesLeakedPassword() {
    assertThat(told(send(request("dave")))).isEqualTo("401 password_leaked");
    assertThat(told(send(wrong("dave")))).isEqualTo("400 invalid_grant");
  }
}
