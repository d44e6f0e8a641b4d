package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Refresh tokens of clients that showed a proof of possession (RFC 9449 §5). */
class BoundRefreshTest extends IssuerTest {

  private static final ECKey KEY = Proofs.newKey();

  @Test
  @DisplayName("F15.11 − a public client's, with another key or none; + it is not used up by that")
  void bindsPublicClientsRefreshTokenToKey() {
    String refreshToken = Parsed.member(firstAnswer(), "refresh_token");

    assertThat(error(refresh(refreshToken, "DPoP", proof(Proofs.newKey()))))
        .isEqualTo("400 invalid_grant");
    assertThat(error(refresh(refreshToken))).isEqualTo("400 invalid_grant");
    HttpResponse<String> answer = refresh(refreshToken, "DPoP", proof(KEY));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer)).containsEntry("token_type", "DPoP");
  }

  @Test
  @DisplayName("F15.11 − the successor is bound to the same key")
  void keepsSuccessorBound() {
    String first = Parsed.member(firstAnswer(), "refresh_token");
    String second = Parsed.member(refresh(first, "DPoP", proof(KEY)), "refresh_token");

    assertThat(error(refresh(second, "DPoP", proof(Proofs.newKey()))))
        .isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F15.11 + a confidential client may change its key: it is known by its secret")
  void letsConfidentialClientChangeKey() {
    Map<String, String> request =
        Requests.with(Requests.web(), "scope", "openid read:notes offline_access");
    String code = browser().codeFor(request, "alice");
    String basic = Wire.basic("web1", Fixtures.clientSecret("web1"));
    Map<String, String> form = Requests.redemption(code, Requests.WEB_CALLBACK);
    String refreshToken =
        Parsed.member(token(form, "Authorization", basic, "DPoP", proof(KEY)), "refresh_token");
    Map<String, String> again =
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
    ECKey other = Proofs.newKey();

    HttpResponse<String> answer = token(again, "Authorization", basic, "DPoP", proof(other));

    assertThat(Parsed.claims(Parsed.member(answer, "access_token")).getClaim("cnf"))
        .isEqualTo(Map.of("jkt", Proofs.thumbprint(other)));
  }

  private HttpResponse<String> firstAnswer() {
    Map<String, String> request =
        Requests.with(Requests.spa(), "scope", "openid read:notes offline_access");
    String code = browser().codeFor(request, "alice");
    Map<String, String> form = Requests.redemption(code, Requests.SPA_CALLBACK);
    return token(Requests.with(form, "client_id", "spa1"), "DPoP", proof(KEY));
  }

  private HttpResponse<String> refresh(String refreshToken, String... headers) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    form.put("client_id", "spa1");
    return token(form, headers);
  }

  /** With the nonce that a public client is asked for. */
  private String proof(ECKey key) {
    Map<String, String> form = Map.of("grant_type", "refresh_token", "client_id", "spa1");
    String nonce =
        token(form, "DPoP", Proofs.signed(claims().build(), key))
            .headers()
            .firstValue("DPoP-Nonce")
            .orElseThrow();
    return Proofs.signed(claims().claim("nonce", nonce).build(), key);
  }

  private static JWTClaimsSet.Builder claims() {
    return Proofs.claims("POST", server.issuer() + "oauth/token", clock.instant());
  }

  private static String error(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }
}
