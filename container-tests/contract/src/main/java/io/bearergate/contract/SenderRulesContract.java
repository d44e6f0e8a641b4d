package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.attack.ProofTarget;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What settings and rules make of bound tokens ({@code contract.md} §2). */
public abstract class SenderRulesContract extends SharedApiContract {

  private final TestKey holder = TestKey.generate("ES256", "holder");

  @Override
  TestApi.Plan plan() {
    return protectedApi();
  }

  private TestApi.Plan protectedApi() {
    return api()
        .rules(
            """
            /optional/**    optional
            /api/pop/**     scope admin, sender-constrained
            /api/admin/**   scope admin
            /api/role/**    role admin
            /api/fresh/**   max-age 5m
            /**             token
            """)
        .serving("/*", new Echo("other"));
  }

  private Answer proven(TestApi to, String path, String token) {
    return to.send(to.proven("GET", path, holder, token));
  }

  private String bound(TestApi of) {
    return of.token(t -> t.boundTo(holder));
  }

  @Test
  @DisplayName("RS.11 + sender-constrained: a bound token with its proof")
  void admitsBoundTokenWhereRuleWantsOne() {
    String token = api.token(t -> t.boundTo(holder).scope("admin"));

    assertThat(proven(api, "/api/pop", token).told("auth")).isEqualTo("DPoP");
  }

  @Test
  @DisplayName("RS.11 − sender-constrained: an unbound token is a bad one, C1 before any C2")
  void refusesUnboundTokenWhereRuleWantsBoundOne() {
    Refusal.C1.isGivenBy(api.get("/api/pop", api.tokenWith("admin")));
    Refusal.C1.isGivenBy(api.get("/api/pop", api.token()));
  }

  @Test
  @DisplayName("RS.1 C2, C5 and C7 go by the scheme that the request used")
  void challengesUnderSchemeOfRequest() {
    Refusal.C5_MAX_AGE_DPOP.isGivenBy(proven(api, "/api/fresh", bound(api)));
    Refusal.C2_ADMIN_DPOP.isGivenBy(proven(api, "/api/admin", bound(api)));
    Refusal.C7_DPOP.isGivenBy(proven(api, "/api/role", bound(api)));
  }

  @Test
  void admitsBoundTokenOnOptionalPathOnlyWithProof() {
    assertThat(proven(api, "/optional/x", bound(api)).told("principal")).isEqualTo("alice");
    Refusal.C1D.isGivenBy(api.get("/optional/x", bound(api)));
  }

  @Test
  @DisplayName("dpop=required refuses plain tokens and takes bound ones")
  void refusesPlainTokensWhereDpopIsRequired() {
    try (TestApi strict = protectedApi().set(Setting.DPOP, "required").start()) {
      Refusal.C0.isGivenBy(strict.get("/a"));
      Refusal.C1.isGivenBy(strict.get("/a", strict.token()));
      assertThat(proven(strict, "/a", bound(strict)).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "DPoP "})
  @DisplayName("dpop=off unbinds nothing")
  void refusesBoundTokensWhereDpopIsOff(String scheme) {
    try (TestApi plain = protectedApi().set(Setting.DPOP, "off").start()) {
      RawRequest request = plain.proven("GET", "/a", holder, bound(plain));
      String proof = request.headers().get(1);

      Answer answer =
          plain.send(
              RawRequest.get("/a").header("Authorization", scheme + bound(plain)).line(proof));

      assertThat(answer.headers("WWW-Authenticate"))
          .containsExactly(
              "Bearer realm=\"api\", error=\"invalid_token\","
                  + " error_description=\"The access token is invalid\"");
    }
  }

  @Test
  @DisplayName("dpop-algorithms are what is taken and what challenges list, in their order")
  void takesListedAlgorithmsOnly() {
    TestApi.Plan plan = protectedApi().set(Setting.DPOP_ALGORITHMS, "PS256 EdDSA");
    TestKey edwards = TestKey.generate("EdDSA", "holder");
    try (TestApi few = plan.start()) {
      String token = few.token(t -> t.boundTo(edwards));

      assertThat(few.send(few.proven("GET", "/a", edwards, token)).status()).isEqualTo(200);
      assertThat(proven(few, "/a", bound(few)).header("WWW-Authenticate"))
          .isEqualTo(
              "DPoP error=\"invalid_dpop_proof\", error_description=\"Invalid DPoP proof\","
                  + " algs=\"PS256 EdDSA\"");
    }
  }

  @Test
  @DisplayName("dpop-max-age and leeway bound the age of proofs")
  void boundsAgeAsSet() {
    TestApi.Plan plan = protectedApi().set(Setting.DPOP_MAX_AGE, "5s").set(Setting.LEEWAY, "0s");
    try (TestApi strict = plan.start()) {
      long now = strict.now().getEpochSecond();
      ProofTarget target =
          new ProofTarget(strict.base(), strict.now(), holder, holder, strict::token);

      assertThat(strict.send(target.request(p -> p.claim("iat", now - 5))).status()).isEqualTo(200);
      Refusal.C4.isGivenBy(strict.send(target.request(p -> p.claim("iat", now - 6))));
      Refusal.C4.isGivenBy(strict.send(target.request(p -> p.claim("iat", now + 1))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com,     https://api.example.com/a,        200",
    "https://api.example.com/,    https://API.example.com:443/a,    200",
    "https://api.example.com/v1,  https://api.example.com/v1/a,     200",
    "https://api.example.com/v1/, https://api.example.com/v1/a?b=c, 200",
    "https://api.example.com/v1,  https://api.example.com/a,        401",
    "https://api.example.com,     http://api.example.com/a,         401",
    "https://api.example.com,     https://other.example.com/a,      401",
  })
  @DisplayName("public-url is what htu is held against, whatever Host says")
  void holdsAddressAgainstPublicUrl(String publicUrl, String htu, int status) {
    try (TestApi behind = protectedApi().set(Setting.PUBLIC_URL, publicUrl).start()) {
      String token = bound(behind);
      String proof = TestProof.of(holder, "GET", htu, token, behind.now()).compact();
      RawRequest request =
          RawRequest.get("/a").header("Authorization", "DPoP " + token).header("DPoP", proof);

      assertThat(behind.send(request).status()).isEqualTo(status);
      assertThat(proven(behind, "/a", token).status()).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("forwarded headers change no address: nobody is trusted to send them")
  void believesNoForwardedHeader() {
    String token = bound(api);
    String htu = "https://api.example.com/a";
    RawRequest request =
        RawRequest.get("/a")
            .header("Authorization", "DPoP " + token)
            .header("DPoP", TestProof.of(holder, "GET", htu, token, api.now()).compact())
            .header("Forwarded", "host=api.example.com;proto=https")
            .header("X-Forwarded-Host", "api.example.com")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Port", "443");

    Refusal.C4.isGivenBy(api.send(request));
  }

  @Test
  @DisplayName("an empty cnf binds to nobody, so nobody may present the token")
  void refusesEmptyConfirmation() {
    Refusal.C1_DPOP.isGivenBy(proven(api, "/a", api.token(t -> t.claim("cnf", Map.of()))));
  }
}
