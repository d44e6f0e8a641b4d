package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.OfflineSpa;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything the authorization server signs or hands out, shown to the API as an access token. */
class TokenKindsTest extends StageTest {

  private static final String C1 =
      "Bearer realm=\"api\", error=\"invalid_token\","
          + " error_description=\"The access token is invalid\"";

  static Stream<Arguments> kinds() {
    HttpResponse<String> login = new OfflineSpa(stage.issuer().issuer()).logIn();
    String accessToken = Parsed.member(login, "access_token");
    return Stream.of(
        Arguments.of("ID token", Parsed.member(login, "id_token")),
        Arguments.of("refresh token", Parsed.member(login, "refresh_token")),
        Arguments.of("signed introspection answer", introspected(accessToken)),
        Arguments.of("logout token", logoutToken()));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("RS.10 − no token of another kind passes for an access token")
  @MethodSource("kinds")
  void refusesOtherKinds(String kind, String token) {
    HttpResponse<String> refused = get("api/whoami", token);

    assertThat(refused.statusCode()).as(kind).isEqualTo(401);
    assertThat(challenge(refused)).as(kind).startsWith(C1);
  }

  @Test
  @DisplayName("F15.13 + an access token lives on when the alarm is raised over its refresh token")
  void leavesAccessTokensAlive() {
    OfflineSpa spa = new OfflineSpa(stage.issuer().issuer());
    HttpResponse<String> login = spa.logIn();
    String stolen = OfflineSpa.refreshToken(login);
    String thiefs = Parsed.member(spa.refresh(stolen), "access_token");

    assertThat(spa.refresh(stolen).statusCode()).isEqualTo(400);

    assertThat(get("api/notes", Parsed.member(login, "access_token")).statusCode()).isEqualTo(200);
    assertThat(get("api/notes", thiefs).statusCode()).isEqualTo(200);
  }

  private static String introspected(String token) {
    return Wire.postForm(
            stage.issuer().issuer() + "oauth/introspect",
            Map.of("token", token),
            "Accept",
            "application/token-introspection+jwt",
            "Authorization",
            Wire.basic("web1", Fixtures.clientSecret("web1")))
        .body();
  }

  /** As OpenID Connect Back-Channel Logout §2.4 has it, for this very audience. */
  private static String logoutToken() {
    long now = clock.instant().getEpochSecond();
    String claims =
        """
        {"iss":"%s","sub":"auth0|alice","aud":"%s","iat":%d,"exp":%d,"jti":"x","sid":"y",
        "events":{"http://schemas.openid.net/event/backchannel-logout":{}}}
        """
            .formatted(stage.issuer().issuer(), Fixtures.NOTES_API, now, now + 120);
    String order = "{\"header\":{\"typ\":\"logout+jwt\"},\"claims\":" + claims + "}";
    String uri = stage.issuer().issuer() + "__mock/token";
    return Parsed.member(Wire.post(uri, order, "application/json"), "token");
  }
}
