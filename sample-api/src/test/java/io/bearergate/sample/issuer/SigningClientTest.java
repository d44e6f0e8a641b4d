package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.Map;

/** For tests with {@code webjar}, which has to sign its requests. */
abstract class SigningClientTest extends IssuerTest {

  static final String CALLBACK = "http://127.0.0.1:8086/callback";
  static final RSAKey KEY = RequestJwts.key("webjar", 0);

  static JWTClaimsSet.Builder good() {
    return goodFor(server);
  }

  static JWTClaimsSet.Builder goodFor(MockAuthorizationServer other) {
    return RequestJwts.claims(
        Requests.authorization("webjar", CALLBACK), other.issuer(), clock.instant());
  }

  HttpResponse<String> asked(String object) {
    return askedOf(server, object);
  }

  static HttpResponse<String> askedOf(MockAuthorizationServer other, String object) {
    return new UserAgent(other.issuer())
        .authorize(Map.of("client_id", "webjar", "request", object));
  }

  HttpResponse<String> agreedTo(String object) {
    return browser().logInAndAgree(Map.of("client_id", "webjar", "request", object), "alice");
  }

  static void assertLogin(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Parsed.location(answer)).contains("/u/login?");
  }
}
