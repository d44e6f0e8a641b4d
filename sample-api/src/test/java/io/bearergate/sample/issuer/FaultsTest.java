package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody has thought of must not be told to whoever has found it. */
class FaultsTest {

  private final VirtualClock clock = VirtualClock.standingAt(IssuerTest.START);
  private final MockAuthorizationServer server =
      MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.CONTROLS));

  @AfterEach
  void stopServer() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("TE2 − a client_id of blanks is nobody's, at every endpoint")
  @ValueSource(strings = {"oauth/token", "oauth/par", "oauth/revoke", "oauth/introspect"})
  void takesBlanksForNobody(String path) {
    HttpResponse<String> answer = Wire.postForm(server.issuer() + path, Map.of("client_id", " "));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_client");
  }

  @Test
  @DisplayName("TE2 − nor are blanks in a header anybody's")
  void takesBlanksInHeaderForNobody() {
    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/token", Map.of("a", "b"), "Authorization", "Basic IDog");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @DisplayName("2.19 − whatever this server has signed, /userinfo takes what is current and for it")
  @ValueSource(strings = {"{}", "{\"aud\":\"AUD\"}", "{\"aud\":\"AUD\",\"exp\":1893456060}"})
  void refusesWhatIsNoAccessToken(String claims) {
    HttpResponse<String> minted =
        Wire.post(
            server.issuer() + "__mock/token",
            "{\"claims\":" + claims.replace("AUD", server.issuer() + "userinfo") + "}",
            "application/json");

    HttpResponse<String> answer =
        Wire.get(
            server.issuer() + "userinfo",
            "Authorization",
            "Bearer " + Parsed.member(minted, "token"));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @DisplayName("0.3 − the clock goes forward only, and not beyond the end of time")
  @CsvSource({"-1", "9223372036854775807", "40000000000000000"})
  void movesClockForwardOnly(String seconds) {
    HttpResponse<String> answer =
        Wire.post(
            server.issuer() + "__mock/clock", "{\"advance\":" + seconds + "}", "application/json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(clock.instant()).isEqualTo(IssuerTest.START);
  }

  @Test
  @DisplayName("TE10 − an internal fault is server_error, and nothing is told of its cause")
  void tellsNothingOfFaults() {
    clock.advance(Duration.ofSeconds(31_000_000_000_000_000L));

    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/token",
            Map.of("grant_type", "client_credentials", "audience", Fixtures.NOTES_API),
            "Authorization",
            Wire.basic("m2m1", Fixtures.clientSecret("m2m1")));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Parsed.json(answer)).containsEntry("error", "server_error");
    assertThat(answer.body()).doesNotContain("Exception", "at io.bearergate", "java.");
  }
}
