package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Proofs of possession by a client that has nothing else: an application in a browser. */
class DpopPublicClientTest extends IssuerTest {

  private static final ECKey KEY = Proofs.newKey();

  @Test
  @DisplayName(
      "TE8 § 3.4 − without a nonce use_dpop_nonce; + with it, and the same code, the token")
  void asksPublicClientForNonce() {
    Map<String, String> form = redemption(codeFor(popRequest()));

    HttpResponse<String> asked = redeem(form, proof(KEY, ""));
    String nonce = asked.headers().firstValue("DPoP-Nonce").orElseThrow();
    HttpResponse<String> answer = redeem(form, proof(KEY, nonce));

    assertThat(error(asked)).isEqualTo("400 use_dpop_nonce");
    assertThat(Parsed.json(answer)).containsEntry("token_type", "DPoP");
    JWTClaimsSet claims = Parsed.claims(Parsed.member(answer, "access_token"));
    assertThat(claims.getAudience()).contains(Fixtures.POP_API);
    assertThat(claims.getClaim("cnf")).isEqualTo(Map.of("jkt", Proofs.thumbprint(KEY)));
  }

  @Test
  @DisplayName("§3.4 − an API that requires binding: no proof, no token")
  void refusesPlainTokenWhereBindingIsRequired() {
    HttpResponse<String> answer =
        token(Requests.with(redemption(codeFor(popRequest())), "client_id", "spa1"));

    assertThat(error(answer)).isEqualTo("400 invalid_dpop_proof");
  }

  @Test
  @DisplayName("F01 dpop_jkt + the code goes to the holder of the key")
  void givesBoundCodeToHolder() {
    Map<String, String> request = Requests.with(Requests.spa(), "dpop_jkt", Proofs.thumbprint(KEY));

    HttpResponse<String> answer = redeem(redemption(codeFor(request)), proof(KEY, nonce()));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F01 dpop_jkt − another key, or none, is invalid_grant")
  void refusesBoundCodeToOthers() {
    Map<String, String> request = Requests.with(Requests.spa(), "dpop_jkt", Proofs.thumbprint(KEY));

    assertThat(error(redeem(redemption(codeFor(request)), proof(Proofs.newKey(), nonce()))))
        .isEqualTo("400 invalid_grant");
    assertThat(error(token(Requests.with(redemption(codeFor(request)), "client_id", "spa1"))))
        .isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("AE3 dpop_jkt − what is no SHA-256 thumbprint is invalid_request")
  void refusesMalformedThumbprint() {
    HttpResponse<String> redirect =
        browser().authorize(Requests.with(Requests.spa(), "dpop_jkt", "short"));

    assertThat(Parsed.redirect(redirect)).containsEntry("error", "invalid_request");
  }

  @Test
  @DisplayName("§3.4 + a page may read the nonce (CORS)")
  void exposesNonceToPages() {
    HttpResponse<String> answer =
        token(
            Requests.with(redemption("none"), "client_id", "spa1"),
            "Origin",
            "http://127.0.0.1:8083");

    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).contains("DPoP-Nonce");
  }

  private static Map<String, String> popRequest() {
    Map<String, String> request = Requests.with(Requests.spa(), "audience", Fixtures.POP_API);
    return Requests.with(request, "scope", "openid read:pop");
  }

  private String codeFor(Map<String, String> request) {
    return browser().codeFor(request, "alice");
  }

  private static Map<String, String> redemption(String code) {
    return Requests.redemption(code, Requests.SPA_CALLBACK);
  }

  private HttpResponse<String> redeem(Map<String, String> form, String proof) {
    return token(Requests.with(form, "client_id", "spa1"), "DPoP", proof);
  }

  private String nonce() {
    return redeem(redemption("none"), proof(KEY, ""))
        .headers()
        .firstValue("DPoP-Nonce")
        .orElseThrow();
  }

  private static String proof(ECKey key, String nonce) {
    JWTClaimsSet.Builder claims =
        Proofs.claims("POST", server.issuer() + "oauth/token", clock.instant());
    return Proofs.signed(
        nonce.isEmpty() ? claims.build() : claims.claim("nonce", nonce).build(), key);
  }

  private static String error(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }
}
