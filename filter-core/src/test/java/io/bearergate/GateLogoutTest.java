package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.http.TestRequest;
import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Challenge.HeaderField;
import io.bearergate.revocation.Revocation;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import io.bearergate.token.AccessToken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OpenID Connect Back-Channel Logout")
class GateLogoutTest {

  private static final String PATH = "/backchannel-logout";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final long SECONDS = NOW.getEpochSecond();
  private static final AtomicReference<Instant> CLOCK = new AtomicReference<>(NOW);

  @AutoClose private static final TestIssuer ISSUER = TestIssuer.start(CLOCK::get);

  private static final TestKey STRANGER = TestKey.generate("RS256", "stranger");

  @AutoClose private final Gate gate = open(Stores.inMemory(CLOCK::get));

  GateLogoutTest() {
    CLOCK.set(NOW);
  }

  @Test
  @DisplayName("§2.5 + a POST of a form awaits its body, whatever the rules say")
  void awaitsTheBody() {
    assertThat(gate.decide(post("application/x-www-form-urlencoded")))
        .isInstanceOfSatisfying(
            Decision.LogOut.class, asked -> assertThat(asked.mostBytes()).isEqualTo(17_408));
    assertThat(gate.decide(post("Application/x-www-form-urlencoded; charset=UTF-8")))
        .isInstanceOf(Decision.LogOut.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "post", "OPTIONS"})
  @DisplayName("§2.5 − another method gets 405 and no body is read")
  void refusesOtherMethods(String method) {
    Challenge answer = refused(gate.decide(new TestRequest(method, PATH)));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).contains(new HeaderField("Allow", "POST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded, text/plain",
      })
  @DisplayName("§2.5 − another content type gets 400 and no body is read")
  void refusesOtherContentTypes(String type) {
    assertThat(refused(gate.decide(post(type))).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("§2.5 − no content type, two of them, or a compressed body get 400")
  void refusesWhatIsNotOnePlainForm() {
    String form = "application/x-www-form-urlencoded";

    assertThat(refused(gate.decide(new TestRequest("POST", PATH))).status()).isEqualTo(400);
    assertThat(refused(gate.decide(post(form).with("Content-Type", form))).status()).isEqualTo(400);
    assertThat(refused(gate.decide(post(form).with("Content-Encoding", "gzip"))).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH + "/", PATH + ";x", PATH + "/x", "/Backchannel-logout", "/"})
  @DisplayName("§2.5 − no other path is open")
  void opensNoOtherPath(String path) {
    TestRequest request =
        new TestRequest("POST", path).with("Content-Type", "application/x-www-form-urlencoded");

    assertThat(refused(gate.decide(request)).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("§2.7 + the tokens of the session that ended are refused, and no other session's")
  void endsASession() {
    assertThat(gate.logOut(form(logout(t -> t.claim("sid", "s1"))))).isEmpty();

    assertThat(status(t -> t.claim("sid", "s1"))).isEqualTo(401);
    assertThat(status(t -> t.claim("sid", "s2"))).isEqualTo(200);
    assertThat(status(t -> t.subject("bob"))).isEqualTo(200);
  }

  @Test
  @DisplayName("§2.7 + a token of the same user that names no session may be of that one: refused")
  void endsWhatMayBeOfTheSession() {
    gate.logOut(form(logout(t -> t.claim("sid", "s1"))));

    assertThat(status(t -> t)).isEqualTo(401);
  }

  @Test
  @DisplayName("§2.7 + a session alone, without whose it was")
  void endsASessionOfNobodyNamed() {
    assertThat(gate.logOut(form(logout(t -> t.claim("sid", "s1").without("sub"))))).isEmpty();

    assertThat(status(t -> t.claim("sid", "s1"))).isEqualTo(401);
    assertThat(status(t -> t)).isEqualTo(200);
  }

  @Test
  @DisplayName("§2.7 + without a session all of the user's, save what is issued afterwards")
  void endsAllSessionsOfAUser() {
    assertThat(gate.logOut(form(logout(t -> t)))).isEmpty();

    assertThat(status(t -> t.claim("sid", "s1"))).isEqualTo(401);
    assertThat(status(t -> t.claim("iat", SECONDS - 200))).isEqualTo(401);
    assertThat(status(t -> t.claim("iat", SECONDS + 1))).isEqualTo(200);
    assertThat(status(t -> t.subject("bob"))).isEqualTo(200);
  }

  @Test
  @DisplayName("§2.7 + it holds as long as such a token can live, with max-token-age")
  void remembersAsLongAsATokenLives() {
    gate.logOut(form(logout(t -> t.claim("sid", "s1"))));
    String last = token(t -> t.claim("sid", "s1").claim("exp", SECONDS + 3_600));

    CLOCK.set(NOW.plusSeconds(3_600 + 29));

    assertThat(status(last)).isEqualTo(401);
  }

  static Stream<Named<UnaryOperator<TestToken>>> otherGoodTokens() {
    return Stream.of(
        Named.of("typ JWT", t -> t.header("typ", "JWT")),
        Named.of("no typ", t -> t.withoutHeader("typ")),
        Named.of("the long typ", t -> t.header("typ", "application/logout+jwt")),
        Named.of("aud as an array", t -> t.claim("aud", List.of("web"))),
        Named.of("both our clients", t -> t.claim("aud", List.of("web", "app"))),
        Named.of("iat of 5 min ago", t -> t.claim("iat", SECONDS - 300)),
        Named.of("more in the event", t -> t.claim("events", Map.of(EVENT, Map.of("a", 1)))),
        Named.of("another event too", t -> t.claim("events", Map.of(EVENT, Map.of(), "x", 1))));
  }

  @ParameterizedTest
  @MethodSource("otherGoodTokens")
  @DisplayName("§2.4 + what a logout token may look like")
  void takes(UnaryOperator<TestToken> change) {
    assertThat(gate.logOut(form(logout(change)))).isEmpty();
  }

  static Stream<Named<UnaryOperator<TestToken>>> badTokens() {
    return Stream.of(
        Named.of("typ of an access token", t -> t.header("typ", "at+jwt")),
        Named.of("typ of a security event", t -> t.header("typ", "secevent+jwt")),
        Named.of("typ that is no text", t -> t.header("typ", 1)),
        Named.of("alg none", t -> t.header("alg", "none")),
        Named.of("alg HS256", t -> t.header("alg", "HS256")),
        Named.of("alg not allowed", t -> t.header("alg", "PS256")),
        Named.of("crit", t -> t.header("crit", List.of("exp"))),
        Named.of("b64", t -> t.header("b64", false)),
        Named.of("unknown key", t -> t.signedWith(STRANGER)),
        Named.of("forged", t -> t.signedWith(STRANGER.as("RS256", "key-1"))),
        Named.of("no iss", t -> t.without("iss")),
        Named.of("other iss", t -> t.claim("iss", "https://other.test/")),
        Named.of("no aud", t -> t.without("aud")),
        Named.of("empty aud", t -> t.claim("aud", List.of())),
        Named.of("other client's aud", t -> t.audience("other")),
        Named.of("other client's aud too", t -> t.claim("aud", List.of("web", "other"))),
        Named.of("aud of access tokens", t -> t.audience("api")),
        Named.of("no iat", t -> t.without("iat")),
        Named.of("iat is text", t -> t.claim("iat", "now")),
        Named.of("iat ahead", t -> t.claim("iat", SECONDS + 31)),
        Named.of("iat long ago", t -> t.claim("iat", SECONDS - 331)),
        Named.of("no exp", t -> t.without("exp")),
        Named.of("exp over", t -> t.claim("exp", SECONDS - 30)),
        Named.of("nbf ahead", t -> t.claim("nbf", SECONDS + 31)),
        Named.of("nbf is text", t -> t.claim("nbf", "now")),
        Named.of("no jti", t -> t.without("jti")),
        Named.of("empty jti", t -> t.claim("jti", "")),
        Named.of("long jti", t -> t.claim("jti", "j".repeat(257))),
        Named.of("jti is a number", t -> t.claim("jti", 7)),
        Named.of("no events", t -> t.without("events")),
        Named.of("events is a list", t -> t.claim("events", List.of(EVENT))),
        Named.of("other event", t -> t.claim("events", Map.of("x", Map.of()))),
        Named.of("event is no object", t -> t.claim("events", Map.of(EVENT, true))),
        Named.of("nonce", t -> t.claim("nonce", "n")),
        Named.of("no sub and no sid", t -> t.without("sub")),
        Named.of("empty sub", t -> t.subject("")),
        Named.of("long sub", t -> t.subject("s".repeat(1_001))),
        Named.of("sub is a number", t -> t.claim("sub", 7)),
        Named.of("sid is a list", t -> t.claim("sid", List.of("s1"))),
        Named.of("too long", t -> t.claim("x", "x".repeat(16_384))));
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  @DisplayName("§2.6 − refused, and nothing is revoked")
  void refuses(UnaryOperator<TestToken> change) {
    Challenge answer = gate.logOut(form(logout(change))).orElseThrow();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
    assertThat(answer.headers()).contains(new HeaderField("Cache-Control", "no-store"));
    assertThat(status(t -> t)).isEqualTo(200);
  }

  @Test
  @DisplayName("§2.6 − an access token, an ID token and rubbish are no logout tokens")
  void refusesOtherTokens() {
    String idToken = token(t -> t.audience("web").claim("jti", "i1").claim("sid", "s1"));

    for (String other : List.of(token(t -> t), idToken, "a.b.c", "a.b", "", "é")) {
      assertThat(gate.logOut(form(other)).map(Challenge::status)).contains(400);
    }
  }

  @Test
  @DisplayName("§4 − a logout token is no access token, whatever its typ and aud")
  void isNoAccessToken() {
    for (String typ : List.of("logout+jwt", "JWT", "at+jwt")) {
      assertThat(status(logout(t -> t.header("typ", typ).audience("api").scope("read"))))
          .isEqualTo(401);
    }
  }

  @Test
  @DisplayName("§2.6 − one that was used is refused, and what it said holds")
  void refusesAReplay() {
    byte[] form = form(logout(t -> t.claim("sid", "s1")));
    assertThat(gate.logOut(form)).isEmpty();

    assertThat(gate.logOut(form).map(Challenge::status)).contains(400);
    assertThat(status(t -> t.claim("sid", "s1"))).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "logout_token, 400",
    "logout_token=, 400",
    "Logout_token=T, 400",
    "logout_token=T&logout_token=T, 400",
    "logout_token=T&logout%5Ftoken=T, 400",
    "logout_token=T%zz, 400",
    "logout_token=T%00, 400",
    "token=T, 400",
    "x=%zz&logout_token=T, 200",
    "a=b&logout_token=T&c, 200",
    "logout%5Ftoken=T, 200",
  })
  @DisplayName("§2.5 the form has exactly one logout_token, and its other fields do not count")
  void readsTheForm(String form, int status) {
    String body = form.replaceAll("=T", "=" + logout(t -> t));

    int answer =
        gate.logOut(body.getBytes(StandardCharsets.US_ASCII)).map(Challenge::status).orElse(200);

    assertThat(answer).isEqualTo(status);
  }

  @Test
  @DisplayName("§2.8 − 503 and Retry-After while the issuer's keys cannot be had")
  void waitsForKeys() {
    String dead = "http://127.0.0.1:1/";
    try (Gate cold =
        Gate.open(
            config(dead).set(Setting.CONNECT_TIMEOUT, "100ms").build(),
            CLOCK::get,
            GateListener.NONE)) {
      Challenge answer = cold.logOut(form(logout(t -> t.claim("iss", dead)))).orElseThrow();

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.headers()).extracting(HeaderField::name).contains("Retry-After");
    }
  }

  @Test
  @DisplayName("§2.8 − 503 when it cannot be noted, and 200 for the same token once it can")
  void isTakenAgainAfterAFullStore() {
    Full store = new Full(new AtomicBoolean(true));
    byte[] form = form(logout(t -> t));
    try (Gate full = open(Stores.inMemory(CLOCK::get).withRevokedTokens(store))) {
      assertThat(full.logOut(form).map(Challenge::status)).contains(503);

      store.full().set(false);

      assertThat(full.logOut(form)).isEmpty();
    }
  }

  private record Full(AtomicBoolean full) implements RevokedTokens {
    @Override
    public void revoke(Revocation what, Instant until) {
      if (full.get()) {
        throw new IllegalStateException("no room");
      }
    }

    @Override
    public boolean isRevoked(AccessToken token) {
      return false;
    }
  }

  private static Gate open(Stores stores) {
    return Gate.open(config(ISSUER.issuer()).build(), CLOCK::get, GateListener.NONE, stores);
  }

  private static GateConfigBuilder config(String issuer) {
    return GateConfig.builder(issuer, "api")
        .set(Setting.ALGORITHMS, "RS256")
        .set(Setting.MAX_TOKEN_AGE, "1h")
        .set(Setting.BACK_CHANNEL_LOGOUT, PATH)
        .set(Setting.BACK_CHANNEL_LOGOUT_CLIENTS, "web, app");
  }

  private static TestRequest post(String contentType) {
    return new TestRequest("POST", PATH).with("Content-Type", contentType);
  }

  private static Challenge refused(Decision decision) {
    return ((Decision.Refuse) decision).challenge();
  }

  /** A good one for all sessions of alice, changed. */
  private static String logout(UnaryOperator<TestToken> change) {
    return ISSUER.token(
        t ->
            change.apply(
                t.header("typ", "logout+jwt")
                    .audience("web")
                    .without("azp")
                    .claim("jti", "l1")
                    .claim("events", Map.of(EVENT, Map.of()))));
  }

  private static byte[] form(String logoutToken) {
    String field = "logout_token=" + URLEncoder.encode(logoutToken, StandardCharsets.UTF_8);
    return field.getBytes(StandardCharsets.US_ASCII);
  }

  private static String token(UnaryOperator<TestToken> change) {
    return ISSUER.token(t -> change.apply(t.audience("api")));
  }

  private int status(UnaryOperator<TestToken> change) {
    return status(token(change));
  }

  /** 200 for what the application would answer. */
  private int status(String token) {
    Decision decision =
        gate.decide(new TestRequest("GET", "/notes").with("Authorization", "Bearer " + token));
    return decision instanceof Decision.Refuse refuse ? refuse.challenge().status() : 200;
  }
}
