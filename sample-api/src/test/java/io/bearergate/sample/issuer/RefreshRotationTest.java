package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefreshRotationTest extends RefreshTest {

  @Test
  @DisplayName("F15.1 + use brings a new refresh token, a new access token and an ID token")
  void rotates() {
    HttpResponse<String> login = logIn();

    HttpResponse<String> answer = refresh(refreshToken(login));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(refreshToken(answer)).startsWith("bgr_").isNotEqualTo(refreshToken(login));
    assertThat(Parsed.json(answer))
        .containsEntry("scope", SCOPES)
        .containsEntry("token_type", "Bearer")
        .containsEntry("expires_in", 86400L);
    JWTClaimsSet first = Parsed.claims(Parsed.member(login, "id_token"));
    JWTClaimsSet second = Parsed.claims(Parsed.member(answer, "id_token"));
    assertThat(second.getSubject()).isEqualTo(first.getSubject());
    assertThat(second.getAudience()).isEqualTo(first.getAudience());
    assertThat(second.getClaims()).doesNotContainKey("nonce");
  }

  @Test
  @DisplayName("F15.1 + the new access token says how it was come by (gty)")
  void namesTheGrantInTheAccessToken() throws Exception {
    String token = Parsed.member(refresh(newRefreshToken()), "access_token");

    assertThat(Parsed.claims(token).getStringClaim("gty")).isEqualTo("refresh_token");
  }

  @Test
  @DisplayName("F15.2 F15.3 − a token used again is invalid_grant, and so is its successor then")
  void endsTheFamilyOnReuse() {
    String stolen = newRefreshToken();
    String successor = refreshToken(refresh(stolen));

    assertRefused(refresh(stolen), "invalid_grant");

    assertRefused(refresh(successor), "invalid_grant");
  }
}
