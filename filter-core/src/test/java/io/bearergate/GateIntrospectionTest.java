package io.bearergate;

import static io.bearergate.rejection.Rejection.Reason.DOWNGRADED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.INACTIVE_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.INTROSPECTION_UNAVAILABLE;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.NOT_AN_ACCESS_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.TOKEN_TOO_LONG;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.http.TestRequest;
import io.bearergate.introspection.AskedIssuer;
import io.bearergate.introspection.AskedIssuer.Reply;
import io.bearergate.introspection.IntrospectionCache;
import io.bearergate.keys.CapturedLog;
import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.token.AccessToken;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opaque tokens beside JWTs (RFC 7662), over real HTTP. */
class GateIntrospectionTest {

  private static final String ISSUER = "https://issuer.test/";
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final TestKey KEY = TestKey.generate("RS256", "key-1");

  @AutoClose private final AskedIssuer issuer = new AskedIssuer();
  private final List<Reason> reasons = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> gates = new ArrayList<>();
  private volatile Instant now = NOW;

  @AfterEach
  void closeGates() throws Exception {
    for (AutoCloseable gate : gates) {
      gate.close();
    }
  }

  @Test
  void admitsATokenThatItsIssuerSaysIsActive() {
    issuer.answer(active(c -> c));

    AccessToken token = admitted(gate(), "opaque");

    assertThat(token.principalName()).isEqualTo("alice");
    assertThat(token.scopes()).containsExactly("read", "write");
    assertThat(token.clientId()).contains("app");
    assertThat(token.issuer()).isEqualTo(ISSUER);
    assertThat(token.expiry()).isEqualTo(NOW.plusSeconds(300));
    assertThat(token.toString()).doesNotContain("opaque");
  }

  @Test
  void refusesATokenThatItsIssuerSaysIsNot() {
    issuer.answer("{\"active\":false}");

    assertThat(status(gate(), "opaque")).isEqualTo(401);
    assertThat(reasons).containsExactly(INACTIVE_TOKEN);
  }

  @Test
  void asksAsRfc7662Says() {
    issuer.answer(active(c -> c));

    admitted(gate(), "opaque+/~token==");

    assertThat(issuer.asked())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.form())
                  .isEqualTo(
                      Map.of("token", "opaque+/~token==", "token_type_hint", "access_token"));
              assertThat(asked.header("Accept")).isEqualTo("application/json");
              assertThat(asked.header("Content-type"))
                  .isEqualTo("application/x-www-form-urlencoded");
              assertThat(asked.header("Authorization")).isEqualTo("Basic YXBpJTNBMTpzJTNBMyUyQg==");
            });
  }

  /** The rows of what is asked of the claims of a JWT too, and of what RFC 7662 adds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iss        | \"https://other.test/\"  | WRONG_ISSUER",
        "iss        | 1                        | WRONG_ISSUER",
        "aud        | \"other\"                | WRONG_AUDIENCE",
        "aud        | 1                        | MALFORMED_CLAIM",
        "aud        |                          | WRONG_AUDIENCE",
        "exp        | 1893455900               | EXPIRED",
        "exp        | \"soon\"                 | MALFORMED_CLAIM",
        "nbf        | 1893456031               | NOT_YET_VALID",
        "iat        | 1893456031               | ISSUED_IN_FUTURE",
        "sub        |                          | MISSING_CLAIM",
        "sub        | \"\"                     | MISSING_CLAIM",
        "token_type | \"N_A\"                  | NOT_AN_ACCESS_TOKEN",
        "token_type | \"DPoP\"                 | MALFORMED_CLAIM",
        "token_type | 1                        | NOT_AN_ACCESS_TOKEN",
        "typ        | \"Refresh\"              | NOT_AN_ACCESS_TOKEN",
        "typ        | \"refresh_token\"        | NOT_AN_ACCESS_TOKEN",
        "typ        | \"rt+jwt\"               | NOT_AN_ACCESS_TOKEN",
        "typ        | \"application/RT+JWT\"   | NOT_AN_ACCESS_TOKEN",
        "typ        | \"id_token\"             | NOT_AN_ACCESS_TOKEN",
        "token_use  | \"refresh_token\"        | NOT_AN_ACCESS_TOKEN",
        "token_use  | \"refresh\"              | NOT_AN_ACCESS_TOKEN",
        "token_use  | \"id\"                   | NOT_AN_ACCESS_TOKEN",
        "token_use  | \"\"                     | NOT_AN_ACCESS_TOKEN",
        "token_use  | [\"access\"]             | NOT_AN_ACCESS_TOKEN",
        "at_hash    | \"x\"                    | NOT_AN_ACCESS_TOKEN",
        "events     | {}                       | NOT_AN_ACCESS_TOKEN",
        "cnf        | {\"kid\":\"x\"}          | BOUND_TOKEN",
        "cnf        | {\"x5t#S256\":\"x\"}     | WRONG_CERTIFICATE",
        "client_id  | \"stranger\"             | CLIENT_NOT_ALLOWED",
        "plan       | \"silver\"               | MISSING_CLAIM",
      })
  void refusesClaimsThatWillNotDo(String claim, String json, Reason reason) {
    Object value = json == null ? null : parsed("{\"v\":" + json + "}").get("v");
    issuer.answer(
        active(
            c -> {
              c.put("plan", "gold");
              c.put(claim, value);
              c.values().removeIf(v -> v == null);
              return c;
            }));
    Gate gate = gate(b -> b.set(Setting.CLIENTS, "app").set(Setting.REQUIRED_CLAIMS, "plan=gold"));

    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(reasons).containsExactly(reason);
  }

  @ParameterizedTest
  @CsvSource({"iss", "token_type", "iat", "nbf"})
  void doesWithoutWhatAnIssuerMayLeaveOut(String claim) {
    issuer.answer(active(c -> without(c, claim)));

    assertThat(status(gate(), "opaque")).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"token_use, access", "token_use, access_token", "typ, Bearer", "typ, at+jwt"})
  void admitsATokenThatItsIssuerSaysIsForAccess(String claim, String kind) {
    issuer.answer(active(c -> with(c, claim, kind)));

    assertThat(status(gate(), "opaque")).isEqualTo(200);
  }

  @Test
  void takesATokenForAnybodyOnlyWhereTheAudienceIsUnchecked() {
    issuer.answer(active(c -> without(c, "aud")));

    assertThat(status(gate(b -> b.set(Setting.AUDIENCE, "unchecked")), "opaque")).isEqualTo(200);
    assertThat(status(gate(), "opaque")).isEqualTo(401);
  }

  @Test
  void refusesWhatNothingSaysIsAnAccessToken() {
    issuer.answer(active(c -> without(without(c, "aud"), "token_type")));

    assertThat(status(gate(b -> b.set(Setting.AUDIENCE, "unchecked")), "refresh")).isEqualTo(401);
    assertThat(reasons).containsExactly(NOT_AN_ACCESS_TOKEN);
  }

  @Test
  void asksAboutATokenWithoutEndEveryTime() {
    issuer.answer(active(c -> without(c, "exp")));
    Gate gate = gate();

    assertThat(admitted(gate, "opaque").expiry()).isEqualTo(NOW);
    assertThat(status(gate, "opaque")).isEqualTo(200);
    assertThat(issuer.count()).isEqualTo(2);
  }

  @Test
  void admitsATokenBoundToAKeyWithItsProofAndNotWithout() {
    TestKey holder = TestKey.generate("ES256", "holder");
    issuer.answer(
        active(
            c -> {
              c.put("token_type", "DPoP");
              c.put("cnf", Map.of("jkt", holder.thumbprint()));
              return c;
            }));
    Gate gate = gate();
    String proof =
        TestProof.of(holder, "GET", "https://api.example.com/notes", "opaque", NOW).compact();

    assertThat(decide(gate, get().with("Authorization", "DPoP opaque").with("DPoP", proof)))
        .isInstanceOf(Decision.Admit.class);
    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(reasons).containsExactly(DOWNGRADED_TOKEN);
  }

  @Test
  void refusesATokenBoundToAKeyThatIsSaidToBeBearer() {
    issuer.answer(
        active(
            c -> {
              c.put("cnf", Map.of("jkt", "x"));
              return c;
            }));

    assertThat(status(gate(), "opaque")).isEqualTo(401);
    assertThat(reasons).containsExactly(MALFORMED_CLAIM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", "a.b.c.d.e", "v4.public.x", "..", "eyJhbGciOiJub25lIn0.e30."})
  void neverAsksAboutWhatLooksLikeAJwt(String token) {
    issuer.answer(active(c -> c));

    assertThat(status(gate(), token)).isEqualTo(401);
    assertThat(issuer.count()).isZero();
  }

  /** Keycloak passes over empty parts at the end. */
  @ParameterizedTest
  @ValueSource(strings = {"%s.", "%s..", "%s...", ".%s", "..%s", "%s.x", "x.%s", "x.%s.y.z"})
  void neverAsksAboutAJwtWithDotsAroundIt(String around) {
    issuer.answer(active(c -> c));
    String jwt =
        KEY.sign("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", JSONObjectUtils.toJSONString(claims()));

    assertThat(status(gate(), around.formatted(jwt))).isEqualTo(401);
    assertThat(reasons).containsExactly(MALFORMED_TOKEN);
    assertThat(issuer.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "ory_at_x.y", ".x", "x.", "."})
  void asksAboutWhatHasFewerThanTwoDots(String token) {
    issuer.answer(active(c -> c));

    assertThat(status(gate(), token)).isEqualTo(200);
    assertThat(issuer.count()).isOne();
  }

  @Test
  void asksAboutJwtsWhereThatIsSet() {
    issuer.answer(active(c -> c));

    assertThat(status(gate(b -> b.set(Setting.INTROSPECTION, "all")), "a.b.c")).isEqualTo(200);
    assertThat(issuer.count()).isOne();
  }

  @Test
  void verifiesJwtsBesideIt() {
    Gate gate = gate();
    String jwt =
        KEY.sign("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", JSONObjectUtils.toJSONString(claims()));

    assertThat(status(gate, jwt)).isEqualTo(200);
    assertThat(issuer.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a=b", "a,b", "ä", "a%20b", "=="})
  void neverAsksAboutWhatIsNoToken(String token) {
    assertThat(status(gate(), token)).isEqualTo(401);
    assertThat(issuer.count()).isZero();
  }

  @Test
  void neverAsksAboutWhatIsTooLong() {
    assertThat(status(gate(), "a".repeat(16 * 1024 + 1))).isEqualTo(401);
    assertThat(reasons).containsExactly(TOKEN_TOO_LONG);
    assertThat(issuer.count()).isZero();
  }

  @Test
  void refusesOpaqueTokensWhereNobodyCanBeAsked() {
    Gate gate = open(GateConfig.builder(ISSUER, "api").set(Setting.JWKS, jwks()));

    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(reasons).containsExactly(MALFORMED_TOKEN);
  }

  /** Nothing here says that the token is bad, so that nobody throws it away. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"active\":\"true\"}",
        "{\"active\":1}",
        "{\"active\":null}",
        "[true]",
        "{\"active\":false,\"active\":true}",
        "{\"active\":true,}",
        "<html>",
      })
  void answers503ToAnAnswerItCannotUnderstand(String body) {
    issuer.answer(body);

    assertUnavailable(gate());
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 307, 400, 401, 403, 404, 429, 500, 503})
  void answers503ToEveryStatusBut200(int status) {
    issuer.answer(Reply.status(status).with("Location", "/elsewhere"));

    assertUnavailable(gate());
    assertThat(issuer.count()).as("no redirect is followed").isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/token-introspection+jwt", "application/jwt"})
  void answers503ToAnotherMediaType(String mediaType) {
    issuer.answer(Reply.json(active(c -> c)).of(mediaType));

    assertUnavailable(gate());
  }

  @Test
  void takesParametersOfTheMediaType() {
    issuer.answer(Reply.json(active(c -> c)).of("Application/JSON;charset=utf-8"));

    assertThat(status(gate(), "opaque")).isEqualTo(200);
  }

  @Test
  void answers503ToAnAnswerThatIsTooLong() {
    issuer.answer("{\"active\":true,\"x\":\"" + "x".repeat(1024) + "\"}");

    assertUnavailable(gate(b -> b.set(Setting.MAX_RESPONSE_SIZE, "1KiB")));
  }

  @Test
  void answers503WhereNobodyListens() {
    Gate gate = gate();
    issuer.close();

    assertUnavailable(gate);
  }

  @Test
  void givesUpAnIssuerThatDoesNotAnswer() {
    CountDownLatch hanging = new CountDownLatch(1);
    issuer.answer(asked -> held(hanging));
    Gate gate = gate(b -> b.set(Setting.READ_TIMEOUT, "200ms"));

    assertUnavailable(gate);
    hanging.countDown();
  }

  @Test
  void asksADeadIssuerOnceNotWithEachRequest() {
    issuer.answer(Reply.status(500));
    Gate gate = gate();

    for (int i = 0; i < 50; i++) {
      assertThat(status(gate, "opaque-" + i)).isEqualTo(503);
    }

    assertThat(issuer.count()).isLessThanOrEqualTo(2);
  }

  @Test
  void letsOthersBeWhereTheAnswerAboutOneTokenIsBad() {
    issuer.answer(
        asked ->
            asked.form().get("token").equals("bad")
                ? Reply.status(400)
                : Reply.json(active(c -> c)));
    Gate gate = gate();

    assertThat(status(gate, "bad")).isEqualTo(503);
    assertThat(status(gate, "good")).isEqualTo(200);
  }

  /** What stands before an issuer may refuse a token by its looks: {@code ../../etc/passwd}. */
  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void letsNoTokenThatIsRefusedByItselfKeepOthersAway(int status) {
    issuer.answer(asked -> refusing("poison", asked, status));
    Gate gate = gate();

    for (int i = 0; i < 5; i++) {
      assertThat(status(gate, "poison")).isEqualTo(503);
      assertThat(status(gate, "good-" + i)).isEqualTo(200);
    }
    assertThat(issuer.count()).as("the bad one is not asked about again so soon").isEqualTo(6);
  }

  @Test
  void goesOnWithKnownTokensWhileStrangersAreRefused() {
    issuer.answer(asked -> refusing("poison", asked, 403));
    Gate gate = gate();
    assertThat(status(gate, "good")).isEqualTo(200);
    assertThat(status(gate, "poison-1")).isEqualTo(503);
    assertThat(status(gate, "poison-2")).isEqualTo(503);
    assertThat(status(gate, "new")).as("an outage, as it seems").isEqualTo(503);

    now = NOW.plusSeconds(60);
    assertThat(status(gate, "good")).isEqualTo(200);
    assertThat(status(gate, "new")).as("no outage, as is seen").isEqualTo(200);
  }

  @Test
  void keepsAGoodAnswerForAMinute() {
    issuer.answer(active(c -> c));
    Gate gate = gate();

    assertThat(status(gate, "opaque")).isEqualTo(200);
    now = NOW.plusSeconds(59);
    assertThat(status(gate, "opaque")).isEqualTo(200);
    assertThat(issuer.count()).isOne();
    now = NOW.plusSeconds(60);
    assertThat(status(gate, "opaque")).isEqualTo(200);
    assertThat(issuer.count()).isEqualTo(2);
  }

  @Test
  void keepsAGoodAnswerNoLongerThanTheToken() {
    issuer.answer(active(c -> with(c, "exp", NOW.getEpochSecond() + 10)));
    Gate gate = gate();

    assertThat(status(gate, "opaque")).isEqualTo(200);
    issuer.answer("{\"active\":false}");
    now = NOW.plusSeconds(10);
    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(reasons).containsExactly(INACTIVE_TOKEN);
  }

  @Test
  void noticesARevocationOnceTheAnswerIsOld() {
    issuer.answer(active(c -> c));
    Gate gate = gate(b -> b.set(Setting.INTROSPECTION_CACHE, "10s"));
    assertThat(status(gate, "opaque")).isEqualTo(200);
    issuer.answer("{\"active\":false}");

    now = NOW.plusSeconds(9);
    assertThat(status(gate, "opaque")).isEqualTo(200);
    now = NOW.plusSeconds(10);
    assertThat(status(gate, "opaque")).isEqualTo(401);
  }

  @Test
  void keepsNothingWhereThatIsSet() {
    issuer.answer(active(c -> c));
    Gate gate = gate(b -> b.set(Setting.INTROSPECTION_CACHE, "0s"));

    assertThat(status(gate, "opaque")).isEqualTo(200);
    assertThat(status(gate, "opaque")).isEqualTo(200);
    assertThat(issuer.count()).isEqualTo(2);
  }

  @Test
  void doesNotServeOldAnswersThroughAnOutage() {
    issuer.answer(active(c -> c));
    Gate gate = gate();
    assertThat(status(gate, "opaque")).isEqualTo(200);
    issuer.answer(Reply.status(500));

    now = NOW.plusSeconds(61);
    assertThat(status(gate, "opaque")).isEqualTo(503);
  }

  @Test
  void asksAboutABadTokenOnceInAWhile() {
    Gate gate = gate();

    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(issuer.count()).isOne();
  }

  @Test
  void asksAboutAnActiveTokenThatWillNotDoOnceInAWhile() {
    issuer.answer(active(c -> with(c, "aud", "other")));
    Gate gate = gate();

    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(status(gate, "opaque")).isEqualTo(401);
    assertThat(reasons).containsExactly(WRONG_AUDIENCE, WRONG_AUDIENCE);
    assertThat(issuer.count()).isOne();
  }

  @Test
  void asksOnceForAllWhoPresentOneToken() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    issuer.answer(asked -> released(first, Reply.json(active(c -> c))));
    Gate gate = gate();

    List<Integer> all =
        together(
            20,
            () -> status(gate, "opaque"),
            () -> {
              await().until(() -> issuer.count() == 1);
              first.countDown();
            });

    assertThat(all).containsOnly(200);
    assertThat(issuer.count()).isOne();
  }

  @Test
  void boundsWhatAFloodOfMadeUpTokensAsksAndKeepsKnownOnesGoing() throws Exception {
    CountDownLatch flood = new CountDownLatch(1);
    issuer.answer(active(c -> c));
    Gate gate = gate();
    assertThat(status(gate, "known")).isEqualTo(200);
    issuer.answer(
        asked ->
            asked.form().get("token").equals("known")
                ? Reply.json(active(c -> c))
                : released(flood, Reply.json("{\"active\":false}")));
    now = NOW.plusSeconds(60);

    List<Integer> all =
        together(
            100,
            () -> status(gate, "made-up-" + Thread.currentThread().getId()),
            () -> {
              await().until(() -> issuer.count() == 33);
              assertThat(status(gate, "known")).isEqualTo(200);
              flood.countDown();
            });

    assertThat(all).containsOnly(401, 503);
    assertThat(issuer.count()).as("32 at once, and two about the known one").isEqualTo(34);
  }

  @ParameterizedTest
  @CsvSource({"INTROSPECTION_CACHE, 0s", "TOKEN_CACHE, 0"})
  void keepsKnownTokensGoingWhereNoAnswerIsKept(Setting setting, String none) throws Exception {
    CountDownLatch flood = new CountDownLatch(1);
    issuer.answer(
        asked ->
            asked.form().get("token").equals("known")
                ? Reply.json(active(c -> c))
                : released(flood, Reply.json("{\"active\":false}")));
    Gate gate = gate(b -> b.set(setting, none));
    assertThat(status(gate, "known")).isEqualTo(200);

    together(
        40,
        () -> status(gate, "made-up-" + Thread.currentThread().getId()),
        () -> {
          await().until(() -> issuer.count() == 33);
          assertThat(status(gate, "known")).isEqualTo(200);
          flood.countDown();
        });
  }

  @Test
  void takesAnAnswerFromTheCacheOfTheCluster() {
    Map<String, String> cluster = new ConcurrentHashMap<>();
    issuer.answer(active(c -> c));

    assertThat(status(gate(stored(cluster), b -> b), "opaque")).isEqualTo(200);
    await().until(() -> cluster.size() == 1);
    assertThat(status(gate(stored(cluster), b -> b), "opaque")).isEqualTo(200);

    assertThat(issuer.count()).isOne();
    assertThat(cluster.toString()).doesNotContain("opaque");
  }

  @Test
  void takesNoOldAnswerFromTheCacheOfTheCluster() {
    Map<String, String> cluster = new ConcurrentHashMap<>();
    issuer.answer(active(c -> c));
    assertThat(status(gate(stored(cluster), b -> b), "opaque")).isEqualTo(200);

    now = NOW.plusSeconds(60);
    assertThat(status(gate(stored(cluster), b -> b), "opaque")).isEqualTo(200);
    assertThat(issuer.count()).isEqualTo(2);
  }

  @Test
  void keepsOnlyWhatWillDoInTheCacheOfTheCluster() {
    Map<String, String> cluster = new ConcurrentHashMap<>();
    issuer.answer(active(c -> with(c, "aud", "other")));

    assertThat(status(gate(stored(cluster), b -> b), "opaque")).isEqualTo(401);
    assertThat(cluster).isEmpty();
  }

  @Test
  void takesAnAnswerFromTheCacheOfTheClusterThroughAnOutage() {
    Map<String, String> cluster = new ConcurrentHashMap<>();
    issuer.answer(active(c -> c));
    assertThat(status(gate(stored(cluster), b -> b), "opaque")).isEqualTo(200);
    await().until(() -> cluster.size() == 1);
    Gate other = gate(stored(cluster), b -> b);
    bringDown(other);

    assertThat(status(other, "opaque")).isEqualTo(200);
  }

  @Test
  void endsAnOutageThoughTheCacheOfTheClusterAnswersMeanwhile() {
    Map<String, String> cluster = new ConcurrentHashMap<>();
    issuer.answer(active(c -> c));
    assertThat(status(gate(stored(cluster), b -> b), "opaque")).isEqualTo(200);
    await().until(() -> cluster.size() == 1);
    Gate other = gate(stored(cluster), b -> b.set(Setting.AUDIENCE, "elsewhere"));
    bringDown(other);
    issuer.answer(active(c -> with(c, "aud", "elsewhere")));

    await()
        .atMost(Duration.ofSeconds(4))
        .until(() -> status(other, "opaque") == 401 && status(other, "good") == 200);
  }

  @Test
  void letsNobodyWaitWhileAnAnswerGoesIntoTheCacheOfTheCluster() {
    CountDownLatch hanging = new CountDownLatch(1);
    issuer.answer(active(c -> c));
    IntrospectionCache slow =
        new IntrospectionCache() {
          @Override
          public Optional<String> find(String key) {
            return Optional.empty();
          }

          @Override
          public void keep(String key, String answer, Duration lasting) {
            held(hanging);
          }
        };

    Gate gate = gate(slow, b -> b);
    assertThat(status(gate, "opaque")).isEqualTo(200);
    issuer.answer("{\"active\":false}");
    now = NOW.plusSeconds(60);

    assertThat(status(gate, "opaque")).as("nor does the old answer serve").isEqualTo(401);
    hanging.countDown();
  }

  @Test
  void asksTheIssuerWhereTheCacheOfTheClusterFails() {
    issuer.answer(active(c -> c));
    IntrospectionCache dead =
        new IntrospectionCache() {
          @Override
          public Optional<String> find(String key) {
            throw new IllegalStateException("down");
          }

          @Override
          public void keep(String key, String answer, Duration lasting) {
            throw new IllegalStateException("down");
          }
        };

    assertThat(status(gate(dead, b -> b), "opaque")).isEqualTo(200);
  }

  @Test
  void provesItselfByAKey() {
    issuer.answer(active(c -> c));
    TestKey own = TestKey.generate("ES256", "own");
    Gate gate =
        open(
            GateConfig.builder(ISSUER, "api")
                .set(Setting.JWKS, jwks())
                .set(Setting.INTROSPECTION_URI, issuer.uri().toString())
                .set(Setting.INTROSPECTION_CLIENT_ID, "api")
                .set(
                    Setting.INTROSPECTION_CLIENT_KEY,
                    "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                            .encodeToString(own.pair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----"));

    assertThat(status(gate, "opaque")).isEqualTo(200);
    assertThat(status(gate, "another")).isEqualTo(200);

    List<Map<String, Object>> assertions =
        issuer.asked().stream().map(asked -> assertion(asked, own)).toList();
    assertThat(assertions)
        .allSatisfy(
            claims ->
                assertThat(claims)
                    .containsEntry("iss", "api")
                    .containsEntry("sub", "api")
                    .containsEntry("aud", ISSUER)
                    .containsEntry("exp", NOW.getEpochSecond() + 60));
    assertThat(assertions.stream().map(claims -> claims.get("jti"))).doesNotHaveDuplicates();
  }

  @Test
  void takesAnAnswerThatItsIssuerSigned() {
    issuer.answer(signed(answerClaims(), KEY, "token-introspection+jwt"));

    assertThat(status(signedGate(), "opaque")).isEqualTo(200);
    assertThat(issuer.asked().get(0).header("Accept"))
        .isEqualTo("application/token-introspection+jwt");
  }

  @Test
  void takesASignedAnswerThatTheTokenIsNotActive() {
    Map<String, Object> claims = answerClaims();
    claims.put("token_introspection", Map.of("active", false));
    issuer.answer(signed(claims, KEY, "token-introspection+jwt"));

    assertThat(status(signedGate(), "opaque")).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iss                 | \"https://other.test/\"",
        "iss                 | ",
        "aud                 | \"stranger\"",
        "aud                 | ",
        "iat                 | ",
        "iat                 | 1893456031",
        "iat                 | 1893455908",
        "token_introspection | ",
        "token_introspection | \"{}\"",
      })
  void takesNoSignedAnswerThatIsNotForThisRequest(String claim, String json) {
    Map<String, Object> claims = answerClaims();
    if (json == null) {
      claims.remove(claim);
    } else {
      claims.put(claim, parsed("{\"v\":" + json + "}").get("v"));
    }
    issuer.answer(signed(claims, KEY, "token-introspection+jwt"));

    assertUnavailable(signedGate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "at+jwt", "jwt"})
  void takesNoOtherJwtForAnAnswer(String type) {
    issuer.answer(signed(answerClaims(), KEY, type));

    assertUnavailable(signedGate());
  }

  @Test
  void takesNoAnswerThatAnotherSigned() {
    TestKey other = TestKey.generate("RS256", "key-1");
    issuer.answer(signed(answerClaims(), other, "token-introspection+jwt"));

    assertUnavailable(signedGate());
  }

  @Test
  void takesNoPlainAnswerWhereSignedOnesAreDemanded() {
    issuer.answer(active(c -> c));

    assertUnavailable(signedGate());
  }

  @Test
  void takesNoEncryptedAnswer() {
    issuer.answer(Reply.json("a.b.c.d.e").of("application/token-introspection+jwt"));

    assertUnavailable(signedGate());
  }

  @Test
  void takesNoSignedAnswerForAToken() {
    Reply answer = signed(answerClaims(), KEY, "token-introspection+jwt");

    assertThat(status(gate(), answer.body())).isEqualTo(401);
  }

  @Test
  void warnsAtTheStartWhereTheJdkWouldLogTheSecret() {
    Logger jdk = Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection");
    jdk.setLevel(Level.FINE);

    try (CapturedLog log = new CapturedLog()) {
      gate();

      assertThat(log.warnings()).anyMatch(line -> line.contains("introspection-client-secret"));
    } finally {
      jdk.setLevel(null);
    }
  }

  @Test
  void endsItsThreadsWhenClosed() {
    CountDownLatch hanging = new CountDownLatch(1);
    issuer.answer(asked -> held(hanging));
    Gate gate = gate(b -> b.set(Setting.READ_TIMEOUT, "30s"));
    Thread asking = new Thread(() -> status(gate, "opaque"));
    asking.start();
    await().until(() -> issuer.count() == 1);

    gate.close();

    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("bearergate-introspection")));
    assertThat(status(gate, "another")).isEqualTo(503);
    hanging.countDown();
  }

  private static Reply refusing(String token, AskedIssuer.Asked asked, int status) {
    return asked.form().get("token").startsWith(token)
        ? Reply.status(status)
        : Reply.json(active(c -> c));
  }

  /** Until nobody is asked any more. */
  private void bringDown(Gate gate) {
    issuer.answer(Reply.status(500));
    assertThat(status(gate, "one")).isEqualTo(503);
    assertThat(status(gate, "two")).isEqualTo(503);
  }

  private static Reply held(CountDownLatch latch) {
    return released(latch, Reply.status(500));
  }

  private static Reply released(CountDownLatch latch, Reply reply) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return reply;
  }

  /** Runs it on so many threads, and the other beside them. */
  private static List<Integer> together(int many, Callable<Integer> task, Runnable beside)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        all.add(threads.submit(task));
      }
      beside.run();
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> one : all) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static IntrospectionCache stored(Map<String, String> cluster) {
    return new IntrospectionCache() {
      @Override
      public Optional<String> find(String key) {
        return Optional.ofNullable(cluster.get(key));
      }

      @Override
      public void keep(String key, String answer, Duration lasting) {
        cluster.put(key, answer);
      }
    };
  }

  private void assertUnavailable(Gate gate) {
    assertThat(decide(gate, get().with("Authorization", "Bearer opaque")))
        .isInstanceOfSatisfying(
            Decision.Refuse.class,
            refused -> {
              assertThat(refused.challenge().status()).isEqualTo(503);
              assertThat(refused.challenge().headers())
                  .extracting(Challenge.HeaderField::name)
                  .contains("Retry-After")
                  .doesNotContain("WWW-Authenticate");
            });
    assertThat(reasons).containsExactly(INTROSPECTION_UNAVAILABLE);
  }

  private Map<String, Object> answerClaims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", "api:1");
    claims.put("iat", NOW.getEpochSecond());
    Map<String, Object> told = claims();
    told.put("active", true);
    claims.put("token_introspection", told);
    return claims;
  }

  private static Reply signed(Map<String, Object> claims, TestKey key, String type) {
    String header = "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"typ\":\"" + type + "\"}";
    String jwt = key.sign(header, JSONObjectUtils.toJSONString(claims));
    return Reply.json(jwt).of("application/token-introspection+jwt");
  }

  private static Map<String, Object> assertion(AskedIssuer.Asked asked, TestKey key) {
    assertThat(asked.header("Authorization")).isEmpty();
    assertThat(asked.form())
        .containsEntry("client_id", "api")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    try {
      SignedJWT jwt = SignedJWT.parse(asked.form().get("client_assertion"));
      assertThat(jwt.verify(new ECDSAVerifier(ECKey.parse(key.publicJwk())))).isTrue();
      return jwt.getPayload().toJSONObject();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private Gate signedGate() {
    return gate(b -> b.set(Setting.INTROSPECTION_ANSWERS, "jwt"));
  }

  private Gate gate() {
    return gate(b -> b);
  }

  private Gate gate(UnaryOperator<GateConfigBuilder> change) {
    return gate(IntrospectionCache.inMemory(), change);
  }

  private Gate gate(IntrospectionCache cache, UnaryOperator<GateConfigBuilder> change) {
    GateConfigBuilder settings =
        GateConfig.builder(ISSUER, "api")
            .set(Setting.JWKS, jwks())
            .set(Setting.INTROSPECTION_URI, issuer.uri().toString())
            .set(Setting.INTROSPECTION_CLIENT_ID, "api:1")
            .set(Setting.INTROSPECTION_CLIENT_SECRET, "s:3+");
    return open(change.apply(settings), cache);
  }

  private Gate open(GateConfigBuilder settings) {
    return open(settings, IntrospectionCache.inMemory());
  }

  private Gate open(GateConfigBuilder settings, IntrospectionCache cache) {
    InstantSource clock = () -> now;
    GateListener recording =
        new GateListener() {
          @Override
          public void refused(Reason reason, Duration took) {
            reasons.add(reason);
          }
        };
    Gate gate =
        Gate.open(
            settings.build(),
            clock,
            recording,
            Stores.inMemory(clock).withIntrospectionCache(cache));
    gates.add(gate);
    return gate;
  }

  private static String jwks() {
    return JSONObjectUtils.toJSONString(Map.of("keys", List.of(KEY.publicJwk())));
  }

  private static TestRequest get() {
    return new TestRequest("GET", "/notes");
  }

  private static Decision decide(Gate gate, TestRequest request) {
    return gate.decide(request);
  }

  private static AccessToken admitted(Gate gate, String token) {
    Decision decision = decide(gate, get().with("Authorization", "Bearer " + token));
    assertThat(decision).isInstanceOf(Decision.Admit.class);
    return ((Decision.Admit) decision).token();
  }

  private static int status(Gate gate, String token) {
    Decision decision = decide(gate, get().with("Authorization", "Bearer " + token));
    return decision instanceof Decision.Refuse refuse ? refuse.challenge().status() : 200;
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("sub", "alice");
    claims.put("aud", "api");
    claims.put("scope", "read write");
    claims.put("client_id", "app");
    claims.put("iat", NOW.getEpochSecond());
    claims.put("exp", NOW.getEpochSecond() + 300);
    return claims;
  }

  private static String active(UnaryOperator<Map<String, Object>> change) {
    Map<String, Object> told = claims();
    told.put("token_type", "Bearer");
    told.put("active", true);
    return JSONObjectUtils.toJSONString(change.apply(told));
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    claims.put(name, value);
    return claims;
  }

  private static Map<String, Object> without(Map<String, Object> claims, String name) {
    claims.remove(name);
    return claims;
  }

  private static Map<String, Object> parsed(String json) {
    try {
      return JSONObjectUtils.parse(json);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
