package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.sample.Stage.Ports;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleApiTest extends StageTest {

  @Test
  @DisplayName("/public is open, with a bad token or none, and names no server")
  void opensPublicToEverybody() {
    HttpResponse<String> answer = Wire.get(stage.api().address() + "public");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(get("public", "nonsense").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("without a token everything else is 401, without an error code")
  @CsvSource({
    "api/vault",
    "api/vault/",
    "api/whoami",
    "api/profile",
    "api/admin",
    "api/notes",
    "api/nothing"
  })
  void demandsToken(String path) {
    HttpResponse<String> answer = Wire.get(stage.api().address() + path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(challenge(answer)).isEqualTo("Bearer realm=\"api\"");
  }

  @Test
  @DisplayName("/api/whoami tells the caller's name and scopes")
  void tellsWhoIsCalling() {
    HttpResponse<String> answer = get("api/whoami", machineToken());

    assertThat(Parsed.json(answer))
        .containsEntry("name", "m2m1@clients")
        .containsEntry("scopes", List.of("read:notes", "admin"));
  }

  @Test
  @DisplayName("/api/admin needs the scope admin")
  void opensAdminToAdmins() {
    assertThat(get("api/admin", machineToken()).statusCode()).isEqualTo(200);

    HttpResponse<String> refused = get("api/admin", userToken(Fixtures.NOTES_API, "read:notes"));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(challenge(refused)).contains("insufficient_scope", "scope=\"admin\"");
  }

  @Test
  @DisplayName("/api/notes keeps everybody's notes apart")
  void keepsNotesPerUser() {
    String writer = userToken(Fixtures.NOTES_API, "read:notes write:notes");
    String uri = stage.api().address() + "api/notes";

    HttpResponse<String> written =
        Wire.post(
            uri, "{\"text\":\"milk\"}", "application/json", "Authorization", "Bearer " + writer);

    assertThat(written.statusCode()).isEqualTo(201);
    assertThat(Parsed.json(get("api/notes", writer))).containsEntry("notes", List.of("milk"));
    assertThat(Parsed.json(get("api/notes", machineToken()))).containsEntry("notes", List.of());
  }

  @ParameterizedTest
  @DisplayName("/api/notes refuses what is no note")
  @CsvSource({"not JSON, 400", "{}, 400", "{\"text\":1}, 400"})
  void refusesWhatIsNoNote(String body, int status) {
    String writer = userToken(Fixtures.NOTES_API, "write:notes");

    HttpResponse<String> answer =
        Wire.post(
            stage.api().address() + "api/notes",
            body,
            "application/json",
            "Authorization",
            "Bearer " + writer);

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  @DisplayName("/api/notes refuses a note of more than 4 KiB")
  void refusesOverlongNote() {
    String writer = userToken(Fixtures.NOTES_API, "write:notes");
    String body = "{\"text\":\"" + "x".repeat(4096) + "\"}";

    HttpResponse<String> answer =
        Wire.post(
            stage.api().address() + "api/notes",
            body,
            "application/json",
            "Authorization",
            "Bearer " + writer);

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  @DisplayName("F11.7 − a token for the notes API is refused by an API of another audience")
  void refusesTokenForAnotherApi() {
    HttpResponse<String> refused = get("api/billing/bills", machineToken());

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"");
    assertThat(get("api/billing/bills", userToken(Fixtures.BILLING_API, "read:bills")).statusCode())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("F11.8 − a user-only endpoint is 403 for a client, 200 for a user")
  void keepsMachinesOutOfTheProfile() {
    assertThat(get("api/profile", machineToken()).statusCode()).isEqualTo(403);
    assertThat(get("api/profile", userToken(Fixtures.NOTES_API, "")).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("an expired token is refused by the clock that is shared")
  void goesByTheSharedClock() {
    String token = machineToken();
    clock.advance(Duration.ofDays(1).plusMinutes(1));

    HttpResponse<String> refused = get("api/whoami", token);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("expired");
  }

  @Test
  @DisplayName("on one connection a token whose case was changed is not taken for the good one")
  void seesTokensWithTheirCase() {
    String good = machineToken();
    get("api/whoami", good);

    HttpResponse<String> refused = get("api/whoami", good.toUpperCase(Locale.ROOT));

    assertThat(refused.statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("a taken port is said in one line, and leaves nothing running")
  void saysThatThePortIsTaken() {
    Ports taken = new Ports(stage.api().address().getPort(), 0, 0);

    assertThatThrownBy(() -> Stage.open(taken, clock))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Port " + taken.api() + " of 127.0.0.1 is taken.");
  }

  @Test
  @DisplayName("so is the taken port of the page's backend")
  void saysThatThePortOfTheBackendIsTaken() {
    Ports taken = new Ports(0, 0, stage.api().address().getPort());

    assertThatThrownBy(() -> Stage.open(taken, clock))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Port " + taken.backend() + " of 127.0.0.1 is taken.");
  }
}
