package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.ISSUED_IN_FUTURE;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.NOT_YET_VALID;
import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.json.JsonReader;
import io.bearergate.rejection.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  private final Times times = new Times(Duration.ofSeconds(30));

  @Test
  void admitsTokenThatHasBegun() {
    Claims claims = TestClaims.valid().with("nbf", NOW.getEpochSecond()).claims();

    assertThat(times.check(claims, NOW)).isEmpty();
  }

  @Test
  void refusesTokenThatNeverExpires() {
    Claims claims = TestClaims.valid().without("exp").claims();

    assertThat(reasonFor(claims)).contains(MISSING_CLAIM);
  }

  @Test
  void admitsNotBeforeWithinTheLeeway() {
    Claims claims = TestClaims.valid().with("nbf", NOW.getEpochSecond() + 30).claims();

    assertThat(times.check(claims, NOW)).isEmpty();
  }

  @Test
  void refusesNotBeforeBeyondTheLeeway() {
    Claims claims = TestClaims.valid().with("nbf", NOW.getEpochSecond() + 31).claims();

    assertThat(reasonFor(claims)).contains(NOT_YET_VALID);
  }

  @Test
  void admitsIssueTimeWithinTheLeeway() {
    Claims claims = TestClaims.valid().with("iat", NOW.getEpochSecond() + 30).claims();

    assertThat(times.check(claims, NOW)).isEmpty();
  }

  @Test
  void refusesIssueTimeBeyondTheLeeway() {
    Claims claims = TestClaims.valid().with("iat", NOW.getEpochSecond() + 31).claims();

    assertThat(reasonFor(claims)).contains(ISSUED_IN_FUTURE);
  }

  @ParameterizedTest(name = "exp: {0}")
  @ValueSource(
      strings = {
        "1e400",
        "9223372036854775808",
        "-9223372036854775808",
        "-1",
        "253402300800",
        "\"1893456300\"",
        "null",
        "true",
        "[1893456300]",
        "{}"
      })
  void refusesExpiryThatIsNoMomentOfTheYears1970To9999(String json) {
    Claims claims = parsed("{\"exp\":" + json + "}");

    assertThat(reasonFor(claims)).contains(MALFORMED_CLAIM);
  }

  @ParameterizedTest(name = "exp: {0}")
  @ValueSource(strings = {"1893456300", "1893456300.9", "1.8934563e9", "253402300799"})
  void readsWholeFractionalAndExponentialTimes(String json) {
    Claims claims = parsed("{\"exp\":" + json + "}");

    assertThat(times.check(claims, NOW)).isEmpty();
  }

  @Test
  void dropsTheFractionOfASecond() {
    Claims claims = parsed("{\"exp\":1893456300.9}");

    assertThat(claims.time("exp")).contains(Instant.ofEpochSecond(1893456300));
  }

  private static Claims parsed(String json) {
    return new Claims(JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  private Optional<Rejection.Reason> reasonFor(Claims claims) {
    return times.check(claims, NOW).map(Rejection::reason);
  }
}
