package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import io.bearergate.sample.flow.Checks.Check;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.issuer.Assertions;
import io.bearergate.sample.issuer.CertificateAuthority;
import io.bearergate.sample.issuer.Certificates;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Identity;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Proofs;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tokens of the authorization server that are bound to their sender, at the API. */
class PopTest extends StageTest {

  private static final ECKey KEY = Proofs.newKey();

  @Test
  @DisplayName("F18.1 + the flow: every credential opens the API, and a bound token /api/pop")
  void walksWithEveryCredential() {
    Outcome outcome = Flow.named("F18").orElseThrow().in(stage.landscape());

    assertThat(outcome.answer()).isEqualTo("GET /api/pop 200");
    assertThat(outcome.ending().checks())
        .filteredOn(check -> check.id().equals("F18"))
        .hasSize(5)
        .allMatch(Check::holds);
  }

  @Test
  @DisplayName("RS.11 + a token bound to a key, with a proof")
  void opensToHolderOfKey() {
    String token = tokenBoundToKey();

    HttpResponse<String> answer = pop("DPoP " + token, proof(claims(token).build(), KEY));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer))
        .containsEntry("scheme", "DPoP")
        .containsEntry("holder", "m2mpkj@clients");
  }

  @Test
  @DisplayName("RS.11 − replay; another method, URL or token; an old proof; another key")
  void refusesSpoiltProofs() {
    String token = tokenBoundToKey();
    JWTClaimsSet good = claims(token).build();
    String once = proof(good, KEY);

    assertThat(pop("DPoP " + token, once).statusCode()).isEqualTo(200);
    assertThat(challenge(pop("DPoP " + token, once))).contains("invalid_dpop_proof");
    assertThat(refusal(token, claims(token).claim("htm", "POST"))).contains("invalid_dpop_proof");
    assertThat(refusal(token, claims(token).claim("htu", stage.api().address() + "api/notes")))
        .contains("invalid_dpop_proof");
    assertThat(refusal(token, claims(token).claim("ath", "AAAA"))).contains("invalid_dpop_proof");
    assertThat(
            refusal(
                token,
                claims(token).issueTime(Date.from(clock.instant().minus(Duration.ofMinutes(2))))))
        .contains("invalid_dpop_proof");
    assertThat(challenge(pop("DPoP " + token, proof(claims(token).build(), Proofs.newKey()))))
        .contains("Invalid key binding");
  }

  @Test
  @DisplayName("RS.11 − as a Bearer token; without a proof")
  void refusesDowngrade() {
    String token = tokenBoundToKey();

    HttpResponse<String> bearer = pop("Bearer " + token, proof(claims(token).build(), KEY));
    HttpResponse<String> bare = Wire.get(uri(), "Authorization", "DPoP " + token);

    assertThat(bearer.statusCode()).isEqualTo(401);
    assertThat(bare.statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("RS.11 RS.12 − a plain token, where the rule is sender-constrained")
  void refusesUnboundToken() {
    assertThat(get("api/pop", userToken(Fixtures.POP_API, "read:pop")).statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("RS.12 + a token bound to a certificate, over TLS with it; − with another or none")
  void opensToHolderOfCertificate() {
    Certificates certificates = stage.issuer().certificates();
    String token = tokenBoundToCertificate(certificates.of("webmtls"));
    String bearer = "Bearer " + token;
    var authority = certificates.authority().certificate();
    String uri = stage.api().secureAddress() + "api/pop";
    Identity other = CertificateAuthority.selfSigned("CN=webmtls,O=Bearergate");

    assertThat(
            Wire.get(certificates.of("webmtls").trusting(authority), uri, "Authorization", bearer)
                .statusCode())
        .isEqualTo(200);
    assertThat(Wire.get(other.trusting(authority), uri, "Authorization", bearer).statusCode())
        .isEqualTo(401);
    assertThat(Wire.get(Identity.none(authority), uri, "Authorization", bearer).statusCode())
        .isEqualTo(401);
    assertThat(Wire.get(uri(), "Authorization", bearer).statusCode()).isEqualTo(401);
  }

  private static String refusal(String token, JWTClaimsSet.Builder spoilt) {
    return challenge(pop("DPoP " + token, proof(spoilt.build(), KEY)));
  }

  private static String tokenBoundToKey() {
    String endpoint = stage.issuer().issuer() + "oauth/token";
    String proof = proof(Proofs.claims("POST", endpoint, clock.instant()).build(), KEY);
    Map<String, String> form = request();
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", assertion());
    return Parsed.member(Wire.postForm(endpoint, form, "DPoP", proof), "access_token");
  }

  private static String tokenBoundToCertificate(Identity identity) {
    Certificates certificates = stage.issuer().certificates();
    Map<String, String> form = request();
    form.put("client_id", "webmtls");
    Map<?, ?> aliases =
        (Map<?, ?>)
            Parsed.json(Wire.get(stage.issuer().issuer() + ".well-known/openid-configuration"))
                .get("mtls_endpoint_aliases");
    return Parsed.member(
        Wire.postForm(
            identity.trusting(certificates.authority().certificate()),
            String.valueOf(aliases.get("token_endpoint")),
            form),
        "access_token");
  }

  private static Map<String, String> request() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("audience", Fixtures.POP_API);
    return form;
  }

  private static String assertion() {
    return Assertions.signed(
        Assertions.claims("m2mpkj", stage.issuer().issuer(), clock.instant())
            .jwtID(UUID.randomUUID().toString())
            .build(),
        Assertions.key("m2mpkj"));
  }

  private static JWTClaimsSet.Builder claims(String token) {
    return Proofs.claims("GET", uri(), clock.instant()).claim("ath", Proofs.hash(token));
  }

  private static String proof(JWTClaimsSet claims, ECKey key) {
    return Proofs.signed(claims, key);
  }

  private static String uri() {
    return stage.api().address() + "api/pop";
  }

  private static HttpResponse<String> pop(String credentials, String proof) {
    return Wire.get(uri(), "Authorization", credentials, "DPoP", proof);
  }
}
