package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * JWTs that are no access tokens, each with all that an access token needs and the authorization
 * server's own signature: only what they say they are gives them away.
 */
class OtherJwtsTest extends StageTest {

  private static final String C1 =
      "Bearer realm=\"api\", error=\"invalid_token\","
          + " error_description=\"The access token is invalid\"";

  @Test
  @DisplayName("RS.10 + the same claims under the type of an access token are taken")
  void takesAccessToken() {
    assertThat(get("api/whoami", minted("at+jwt", "")).statusCode()).isEqualTo(200);
    assertThat(get("api/whoami", minted("JWT", "")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("RS.10 − nothing that says it is something else, by its type or by its claims")
  @CsvSource(
      delimiter = ';',
      value = {
        "logout token; logout+jwt; ",
        "request object; oauth-authz-req+jwt; ",
        "DPoP proof; dpop+jwt; \"htm\":\"GET\",\"htu\":\"http://127.0.0.1/api/whoami\"",
        "client assertion; client-authentication+jwt; ",
        "introspection response; token-introspection+jwt; \"token_introspection\":{}",
        "security event; secevent+jwt; \"events\":{\"urn:x\":{}}",
        "security event without its type; JWT; \"events\":{\"urn:x\":{}}",
        "JARM response; JWT; \"code\":\"bgc_1\",\"state\":\"x\"",
        "JARM response within; JWT; \"response\":{\"code\":\"bgc_1\"}",
        "ID token with at_hash; JWT; \"at_hash\":\"77QmUPtjPfzWtF2AnpK9RQ\"",
        "ID token with c_hash; JWT; \"c_hash\":\"VhrclpUXq8s8SxbZqNoF7w\"",
        "ID token with a nonce; JWT; \"nonce\":\"n-1\",\"scope\":\"\"",
        "payload type ID; JWT; \"typ\":\"ID\"",
        "payload type Refresh; JWT; \"typ\":\"Refresh\"",
        "payload type Offline; JWT; \"typ\":\"Offline\"",
        "payload type Logout; JWT; \"typ\":\"Logout\""
      })
  void refusesWhatSaysItIsSomethingElse(String kind, String type, String more) {
    HttpResponse<String> refused = get("api/whoami", minted(type, more == null ? "" : "," + more));

    assertThat(refused.statusCode()).as(kind).isEqualTo(401);
    assertThat(challenge(refused)).as(kind).isEqualTo(C1);
  }

  private static String minted(String type, String more) {
    long now = clock.instant().getEpochSecond();
    String claims =
        """
        {"iss":"%s","sub":"auth0|alice","aud":"%s","iat":%d,"exp":%d,"jti":"x","client_id":"web1"%s}
        """
            .formatted(stage.issuer().issuer(), Fixtures.NOTES_API, now, now + 300, more);
    String order = "{\"header\":{\"typ\":\"" + type + "\"},\"claims\":" + claims + "}";
    String uri = stage.issuer().issuer() + "__mock/token";
    return Parsed.member(Wire.post(uri, order, "application/json"), "token");
  }
}
