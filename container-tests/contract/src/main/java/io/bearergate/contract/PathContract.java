package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.attack.PathTable;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a server told to let ambiguous paths through, the filter refuses them itself. */
public abstract class PathContract extends SharedApiContract {

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api()).app(WebApp::onLenientServer);
  }

  @Test
  void refusesPathThatHidesSlashWithoutChallenge() {
    Refusal.BAD_PATH.isGivenBy(api.get("/api%252Fadmin", api.tokenWith("admin")));
  }

  @Test
  void refusesPreflightOfAmbiguousPath() {
    RawRequest preflight =
        RawRequest.of("OPTIONS", "/api%252Fadmin")
            .header("Origin", "http://127.0.0.1:8083")
            .header("Access-Control-Request-Method", "GET");

    assertThat(api.send(preflight).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/public/x%252Fy",
        "/public/x%255Cy",
        "/public/x%5Cy",
        "/public/%01",
        "/public/%7F",
        "/public/x%0Ay"
      })
  void refusesAmbiguousPathUnderOpenRuleToo(String path) {
    Answer answer = api.get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.told("endpoint")).isEmpty();
    assertThat(answer.headers("WWW-Authenticate")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/admin",
        "/api//admin",
        "/api/./admin",
        "/api/x/../admin",
        "/public/../api/admin",
        "/public/..;/api/admin",
        "/public/..;x=y/api/admin",
        "/public/%2e%2e/api/admin",
        "/api/%2e/admin",
        "/api%2Fadmin",
        "/public%2F..%2Fapi%2Fadmin",
        "/public/..%2Fapi/admin",
        "/public%5C..%5Capi%5Cadmin",
        "/api/;x/admin",
        "/api;x=y/admin",
        "/api/admin;x",
        "/api/admin%3Bx",
        "/api/%61dmin"
      })
  void neverServesAdminWithoutItsScope(String path) {
    Answer answer = api.get(path, api.token());

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.told("endpoint")).isEmpty();
  }

  static Stream<String> spellings() {
    return PathTable.targets().stream();
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void keepsAdminFromEverySpellingOfItsPath(String target) {
    RawRequest request = RawRequest.get(target).header("Connection", "close");

    Answer answer = api.send(request.bearer(api.token()));

    isNoFault(target, answer);
    assertThat(answer.told("endpoint")).isNotEqualTo("admin");
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void servesOnlyOpenPathsWithoutToken(String target) {
    Answer answer = api.send(RawRequest.get(target).header("Connection", "close"));

    isNoFault(target, answer);
    if (answer.status() == 200) {
      assertThat(answer.told("endpoint")).isEqualTo("public");
    }
  }
}
