package io.bearergate.sample;

import io.bearergate.sample.Stage.Ports;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Authorization server and API for a test class, as {@code bin/demo} starts them. */
abstract class StageTest {

  static VirtualClock clock;
  static Stage stage;

  @BeforeAll
  static void openStage() {
    clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
    stage = Stage.open(Ports.ephemeral(), clock);
  }

  @AfterAll
  static void closeStage() {
    stage.close();
  }

  static String machineToken() {
    Map<String, String> form =
        Map.of("grant_type", "client_credentials", "audience", Fixtures.NOTES_API);
    String basic = Wire.basic("m2m1", Fixtures.clientSecret("m2m1"));
    String uri = stage.issuer().issuer() + "oauth/token";
    return Parsed.member(Wire.postForm(uri, form, "Authorization", basic), "access_token");
  }

  /** A token with these claims, signed by the server's own key. */
  static String minted(String claims) {
    String order = "{\"header\":{\"typ\":\"JWT\"},\"claims\":" + claims + "}";
    String uri = stage.issuer().issuer() + "__mock/token";
    return Parsed.member(Wire.post(uri, order, "application/json"), "token");
  }

  /** A user's token for this audience with this scope. */
  static String userToken(String audience, String scope) {
    long now = clock.instant().getEpochSecond();
    return minted(
        """
        {"iss":"%s","sub":"auth0|alice","aud":"%s","iat":%d,"exp":%d,"scope":"%s"}
        """
            .formatted(stage.issuer().issuer(), audience, now, now + 3600, scope));
  }

  static HttpResponse<String> get(String path, String token) {
    return Wire.get(stage.api().address() + path, "Authorization", "Bearer " + token);
  }

  static String challenge(HttpResponse<String> refused) {
    return refused.headers().firstValue("WWW-Authenticate").orElse("");
  }
}
