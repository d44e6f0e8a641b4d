package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Times are held against the clock, give or take the leeway, at every request anew. */
public abstract class TimeContract extends SharedApiContract {

  private static final String PATH = "/api/whoami";

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api());
  }

  @Test
  @DisplayName("RS.5 takes a token until the last second of the leeway, and not after")
  void takesTokenUntilLeewayIsOver() {
    String token = api.token(t -> t.expiringAt(api.now()));

    api.clock().advance(Duration.ofSeconds(29));
    assertThat(api.get(PATH, token).status()).isEqualTo(200);
    api.clock().advance(Duration.ofSeconds(1));
    Refusal.C1X.isGivenBy(api.get(PATH, token));
  }

  @Test
  @DisplayName("RS.5 takes a token from the first second of the leeway before nbf")
  void takesTokenFromLeewayBeforeBeginning() {
    String token = api.token(t -> t.claim("nbf", api.now().getEpochSecond() + 31));

    Refusal.C1.isGivenBy(api.get(PATH, token));
    api.clock().advance(Duration.ofSeconds(1));
    assertThat(api.get(PATH, token).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.5 refuses a token issued further ahead than the leeway")
  void refusesTokenFromTheFuture() {
    String token = api.token(t -> t.claim("iat", api.now().getEpochSecond() + 31));

    Refusal.C1.isGivenBy(api.get(PATH, token));
    api.clock().advance(Duration.ofSeconds(1));
    assertThat(api.get(PATH, token).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.5 forgets no token's end on a connection that served it before")
  void asksClockForTokenSeenBefore() {
    String token = api.token(t -> t.expiringAt(api.now().plusSeconds(1)));
    try (RawConnection connection = RawConnection.to(api.base())) {
      RawRequest request = RawRequest.get(PATH).bearer(token);
      assertThat(connection.send(request).status()).isEqualTo(200);

      api.clock().advance(Duration.ofSeconds(31));

      Refusal.C1X.isGivenBy(connection.send(request));
    }
  }

  @Test
  @DisplayName("RS.5 grants no time beyond exp where the leeway is zero")
  void grantsNoTimeWithoutLeeway() {
    try (TestApi strict = NotesApi.on(api()).set(Setting.LEEWAY, "0s").start()) {
      String token = strict.token(t -> t.expiringAt(strict.now()));

      Refusal.C1X.isGivenBy(strict.get(PATH, token));
    }
  }

  @Test
  @DisplayName("refuses a token that differs from the one before in case alone")
  void tellsCaseOfTokensApart() {
    String token = api.token();
    try (RawConnection connection = RawConnection.to(api.base())) {
      assertThat(connection.send(RawRequest.get(PATH).bearer(token)).status()).isEqualTo(200);

      RawRequest changed = RawRequest.get(PATH).bearer(swapCase(token));

      Refusal.C1.isGivenBy(connection.send(changed));
    }
  }

  /** The same token with its last letter, the final character apart, in the other case. */
  private static String swapCase(String token) {
    int at = token.length() - 2;
    while (!Character.isLetter(token.charAt(at))) {
      at--;
    }
    char letter = token.charAt(at);
    char other =
        Character.isUpperCase(letter)
            ? Character.toLowerCase(letter)
            : Character.toUpperCase(letter);
    return token.substring(0, at) + other + token.substring(at + 1);
  }
}
