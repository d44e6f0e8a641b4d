package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.attack.Attack;
import io.bearergate.contract.attack.AttackTable;
import io.bearergate.contract.attack.PathTable;
import io.bearergate.contract.attack.Target;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every row of {@link AttackTable} gets its answer, and neither answer nor log gives anything away.
 */
public abstract class AttackContract extends SharedApiContract {

  private final Canary canary = Canary.start();
  private final TestIssuer other = TestIssuer.start(() -> SettableClock.BEGIN);
  private final TestKey stranger = TestKey.generate("RS256", "key-1");
  private final TestKey ec = TestKey.generate("ES256", "es-key");
  private final TestKey ed = TestKey.generate("EdDSA", "ed-key");
  private final AtomicInteger served = new AtomicInteger();
  private final CapturedLog log = CapturedLog.start();
  private final TestApi.Plan plan = api();
  private final Target target = target(plan.issuer());

  @Override
  TestApi.Plan plan() {
    return plan.believing(other)
        .rules(
            """
            /public/**          open
            /api/admin/**       scope admin
            GET /api/notes/**   scope read:notes
            /**                 token
            """)
        .serving("/api/admin/*", counted(new Echo("admin")))
        .serving("/*", counted(new Echo("other")));
  }

  private Target target(TestIssuer issuer) {
    TestKey rsa = issuer.key();
    issuer.add(ec);
    issuer.add(ed);
    URI trap = canary.address();
    return new Target(issuer, other, rsa, ec, ed, stranger, trap, SettableClock.BEGIN);
  }

  private Handler counted(Handler handler) {
    return (request, response) -> {
      served.incrementAndGet();
      handler.handle(request, response);
    };
  }

  @AfterAll
  void stopListening() {
    log.close();
    other.close();
    canary.close();
  }

  Stream<Arguments> attacks() {
    return Stream.of(AttackTable.values())
        .flatMap(group -> group.rows(target).stream().map(row -> Arguments.of(group.title(), row)))
        .filter(row -> !api.container().mends(((Attack) row.get()[1]).request()));
  }

  @DisplayName("RS.17 refuses every attack, and gives nothing away in any answer or log")
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("attacks")
  void refuses(String group, Attack attack) {
    int before = served.get();
    log.clear();

    Answer answer = api.send(attack.request());

    assertThat(served).as("%s reached a handler", attack).hasValue(before);
    Secrets.areAbsent(log, attack.request(), target);
    if (attack.serverMayRefuse() && answer.status() == 400) {
      return;
    }
    attack.expected().isGivenBy(answer);
    Secrets.areAbsent(answer, attack.request(), target);
  }

  @ParameterizedTest(name = "RS.2 asks no server that a token names: {0}")
  @MethodSource("embeddedKeys")
  void asksNoServerThatTokenNames(Attack attack) {
    api.send(attack.request());

    assertThat(canary.visits()).isZero();
  }

  Stream<Attack> embeddedKeys() {
    return AttackTable.KEYS.rows(target).stream();
  }

  Stream<Named<UnaryOperator<TestToken>>> good() {
    long now = target.now().getEpochSecond();
    return Stream.of(
        Named.of("signed with RSA", t -> t),
        Named.of("signed with EC", t -> t.signedWith(ec)),
        Named.of("signed with Ed25519", t -> t.signedWith(ed)),
        Named.of("without kid", t -> t.withoutHeader("kid")),
        Named.of("without typ", t -> t.withoutHeader("typ")),
        Named.of("typ at+jwt", t -> t.header("typ", "at+jwt")),
        Named.of("typ application/AT+JWT", t -> t.header("typ", "application/AT+JWT")),
        Named.of("foreign jku ignored", t -> t.header("jku", canary.address() + "jwks")),
        Named.of("foreign jwk ignored", t -> t.header("jwk", stranger.publicJwk())),
        Named.of("RS.5 exp 29 s ago", t -> t.claim("exp", now - 29)),
        Named.of("RS.5 nbf 30 s ahead", t -> t.claim("nbf", now + 30)),
        Named.of("RS.5 iat 30 s ahead", t -> t.claim("iat", now + 30)),
        Named.of("exp in the year 9999", t -> t.claim("exp", 253402300799L)),
        Named.of("exp with a fraction", t -> t.claim("exp", now + 300.5)),
        Named.of("several audiences", t -> t.claim("aud", List.of("x", TestApi.AUDIENCE))),
        Named.of("nonce beside a scope", t -> t.claim("nonce", "n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void admitsWhatAttacksStartFrom(UnaryOperator<TestToken> change) {
    assertThat(api.get("/api/whoami", target.token(change)).told("principal")).isEqualTo("alice");
  }

  @Test
  void admitsTokenOfOtherIssuer() {
    String token = other.token(t -> t.audience(TestApi.AUDIENCE));

    assertThat(api.get("/api/whoami", token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin", "/api/admin/x", "/api/%61dmin", "/api/admin?x"})
  void servesAdminWithItsScope(String path) {
    String token = target.token(t -> t.scope("admin"));

    assertThat(api.get(path, token).told("endpoint")).isEqualTo("admin");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void servesOnlyOpenPathsWithoutToken(String path) {
    Answer answer = api.send(RawRequest.get(path).header("Connection", "close"));

    isNoFault(path, answer);
    if (answer.status() == 200) {
      assertThat(answer.told("path")).matches(PathTable::isPublic, "an open path");
      assertThat(answer.told("endpoint")).isEqualTo("other");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void keepsAdminFromTokenWithoutItsScope(String path) {
    RawRequest request = RawRequest.get(path).header("Connection", "close");

    Answer answer = api.send(request.bearer(target.good()));

    isNoFault(path, answer);
    assertThat(answer.told("endpoint")).isNotEqualTo("admin");
    assertThat(answer.told("path")).doesNotMatch("(?s)/api/admin(/.*)?");
  }

  static Stream<String> paths() {
    return PathTable.targets().stream();
  }
}
