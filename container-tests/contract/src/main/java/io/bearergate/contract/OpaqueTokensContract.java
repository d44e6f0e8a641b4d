package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that only their issuer can read, beside JWTs (RFC 7662, RFC 9701). */
public abstract class OpaqueTokensContract extends SharedApiContract {

  private final TestKey holder = TestKey.generate("ES256", "holder");

  @Override
  TestApi.Plan plan() {
    return asking(NotesApi.on(api())).set(Setting.INTROSPECTION_ANSWERS, "jwt");
  }

  /** With its own issuer to ask. */
  static TestApi.Plan asking(TestApi.Plan plan) {
    return plan.set(Setting.INTROSPECTION_URI, plan.issuer().introspectionUri().toString())
        .set(Setting.INTROSPECTION_CLIENT_ID, "api")
        .set(Setting.INTROSPECTION_CLIENT_SECRET, "secret");
  }

  @Test
  @DisplayName("an active token is admitted, with its principal and scopes, and a JWT beside it")
  void admitsActiveTokens() {
    Answer answer = api.get("/api/notes", opaque(t -> t.scope("read:notes")));

    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(api.get("/api/notes", api.tokenWith("read:notes")).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("a token without the scope of the rule gets 403")
  void asksForTheScopesOfTheRule() {
    Refusal.C2_READ.isGivenBy(api.get("/api/notes", opaque(t -> t.scope("other"))));
  }

  @Test
  @DisplayName("a token that is not active gets 401")
  void refusesInactiveTokens() {
    Refusal.C1.isGivenBy(api.get("/a", "made-up"));
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("attack: an active token with one claim that will not do gets 401")
  @CsvSource({
    "iss, https://other.test/",
    "aud, other",
    "sub, ''",
    "exp, soon",
    "typ, Refresh",
    "typ, ID",
    "token_type, refresh_token",
    "at_hash, x",
    "cnf, x",
  })
  void refusesWhatAJwtWouldBeRefusedFor(String claim, String value) {
    assertThat(api.get("/a", opaque(t -> t.claim(claim, value))).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("attack: a signed answer of the issuer, presented as a token, gets 401")
  void refusesAnswersAsTokens() {
    String answer =
        api.token(
            t ->
                t.header("typ", "token-introspection+jwt")
                    .claim("token_introspection", Map.of("active", true)));

    assertThat(api.get("/a", answer).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("attack: what looks like a JWT is not asked about, forged or not")
  void asksAboutNoJwt() {
    int before = api.issuer().introspections();

    assertThat(api.get("/a", "a.b.c").status()).isEqualTo(401);
    assertThat(api.get("/a", api.token() + "x").status()).isEqualTo(401);
    assertThat(api.issuer().introspections()).isEqualTo(before);
  }

  @Test
  @DisplayName("attack: a token bound to a key is good with a proof of that key alone")
  void holdsBoundTokensToTheirKey() {
    String token = opaque(t -> t.boundTo(holder).claim("token_type", "DPoP"));
    TestKey thief = TestKey.generate("ES256", "thief");

    assertThat(api.send(api.proven("GET", "/a", holder, token)).status()).isEqualTo(200);
    assertThat(api.send(api.proven("GET", "/a", thief, token)).status()).isEqualTo(401);
    assertThat(api.send(RawRequest.get("/a").bearer(token)).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("a revocation is noticed once introspection-cache has passed, and not before")
  void noticesRevocations() {
    String token = opaque(t -> t.claim("exp", api.now().getEpochSecond() + 3600));
    assertThat(api.get("/a", token).status()).isEqualTo(200);
    api.issuer().revoke(token);

    assertThat(api.get("/a", token).status()).isEqualTo(200);
    api.clock().advance(Duration.ofSeconds(60));
    Refusal.C1.isGivenBy(api.get("/a", token));
  }

  private String opaque(UnaryOperator<TestToken> change) {
    return api.issuer().opaqueToken(t -> change.apply(t.audience(TestApi.AUDIENCE)));
  }
}
