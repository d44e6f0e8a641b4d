package io.bearergate.contract;

import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each step of {@code flows.md} §4.1 has its answer, and the first failure decides. */
public abstract class CheckOrderContract extends SharedApiContract {

  private final TestKey stranger = TestKey.generate("RS256", "stranger");

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api());
  }

  Stream<Arguments> steps() {
    RawRequest whoami = RawRequest.get("/api/whoami");
    RawRequest once = whoami.bearer(api.token());
    return Stream.of(
        step("1 OPTIONS that is no preflight", RawRequest.of("OPTIONS", "/a"), Refusal.C0),
        step("2 repeated header", once.bearer(api.token()), Refusal.C3),
        step("2 token in the query alone", get("?access_token=" + api.token()), Refusal.C0),
        step("3 no header", whoami, Refusal.C0),
        step("3 other scheme", whoami.header("Authorization", "Basic eA=="), Refusal.C0),
        step("4 no token", whoami.header("Authorization", "Bearer"), Refusal.C1),
        step("4 no b64token", whoami.bearer("a b"), Refusal.C1),
        step("4 too long", whoami.bearer("a".repeat(16 * 1024 + 1)), Refusal.C1),
        step("5 no JWS", whoami.bearer("opaque"), Refusal.C1),
        step("5 five parts", whoami.bearer("a.b.c.d.e"), Refusal.C1),
        step("6 alg", t -> t.header("alg", "none"), Refusal.C1),
        step("6 typ", t -> t.header("typ", "dpop+jwt"), Refusal.C1),
        step("6 crit", t -> t.header("crit", "exp"), Refusal.C1),
        step("6 foreign iss", t -> t.claim("iss", "https://other.test/"), Refusal.C1),
        step("7 unknown kid", t -> t.signedWith(stranger), Refusal.C1),
        step("8 signature", t -> t.signedWith(stranger.as("RS256", "key-1")), Refusal.C1),
        step("9 iss", t -> t.claim("iss", api.issuer().issuer() + "x"), Refusal.C1),
        step("10 no exp", t -> t.without("exp"), Refusal.C1),
        step("10 nbf", t -> t.claim("nbf", api.now().getEpochSecond() + 31), Refusal.C1),
        step("10 iat", t -> t.claim("iat", api.now().getEpochSecond() + 31), Refusal.C1),
        step("10 aud", t -> t.audience("other"), Refusal.C1),
        step("10 sub", t -> t.subject(""), Refusal.C1),
        step("10 look-alike", t -> t.claim("at_hash", "x"), Refusal.C1),
        step("11 expired", t -> t.expiringAt(api.now().minusSeconds(30)), Refusal.C1X),
        step("12 bound", t -> t.claim("cnf", Map.of("jkt", "x")), Refusal.C1D),
        step("12 cnf unknown", t -> t.claim("cnf", Map.of("kid", "x")), Refusal.C1),
        step("rule audience", RawRequest.get("/api/elsewhere").bearer(api.token()), Refusal.C1),
        step("16 details", RawRequest.get("/api/transfers").bearer(api.token()), Refusal.C7),
        step("14 acr", RawRequest.get("/api/mfa").bearer(api.token()), Refusal.C5_ACR),
        step("14 auth_time", RawRequest.get("/api/fresh").bearer(api.token()), Refusal.C5_MAX_AGE));
  }

  private static RawRequest get(String rest) {
    return RawRequest.get("/api/whoami" + rest);
  }

  private static Arguments step(String name, RawRequest request, Refusal expected) {
    return Arguments.of(name, request, expected);
  }

  private Arguments step(String name, UnaryOperator<TestToken> change, Refusal expected) {
    return step(name, get("").bearer(api.token(change)), expected);
  }

  @ParameterizedTest(name = "RS.1 step {0}: {2}")
  @MethodSource("steps")
  void refusesAtEachStep(String name, RawRequest request, Refusal expected) {
    expected.isGivenBy(api.send(request));
  }

  @Test
  @DisplayName("RS.1 step 15: C2")
  void refusesMissingScope() {
    Refusal.C2_ADMIN.isGivenBy(api.get("/api/admin", api.token()));
  }

  @Test
  @DisplayName("RS.1 every 401 comes before any 403")
  void refusesBadTokenBeforeMissingScope() {
    String expired = api.token(t -> t.expiringAt(api.now().minusSeconds(30)));

    Refusal.C1X.isGivenBy(api.get("/api/admin", expired));
    Refusal.C1.isGivenBy(api.get("/api/admin", api.token(t -> t.audience("other"))));
  }

  @Test
  @DisplayName("RS.1 a bound token is refused before its scope is looked at")
  void refusesBoundTokenBeforeMissingScope() {
    Refusal.C1.isGivenBy(api.get("/api/admin", api.token(t -> t.claim("cnf", Map.of()))));
  }
}
