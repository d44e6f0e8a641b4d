package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.rejection.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceCheckTest {

  private final AudienceCheck check =
      new AudienceCheck(Audience.of(Set.of("https://api.test/notes")), ClaimPath.parse("aud"));

  @Test
  void admitsOurAudienceAsAString() {
    assertThat(reasonFor("https://api.test/notes")).isEmpty();
  }

  @Test
  void admitsOurAudienceAmongOthers() {
    assertThat(reasonFor(List.of("https://issuer.test/userinfo", "https://api.test/notes")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.test/note",
        "https://api.test/notes/",
        "https://api.test/Notes",
        "https://api.test/notes https://other.test",
        " https://api.test/notes",
        ""
      })
  void refusesWhatOnlyLooksLikeOurAudience(String audience) {
    assertThat(reasonFor(audience)).contains(WRONG_AUDIENCE);
  }

  @Test
  void refusesEmptyArray() {
    assertThat(reasonFor(List.of())).contains(WRONG_AUDIENCE);
  }

  static Stream<Object> otherShapes() {
    return Stream.of(
        7L, true, Map.of("https://api.test/notes", 1L), List.of("https://api.test/notes", 7L));
  }

  @ParameterizedTest
  @MethodSource("otherShapes")
  void refusesAudienceOfAnotherShape(Object audience) {
    assertThat(reasonFor(audience)).contains(MALFORMED_CLAIM);
  }

  @Test
  void refusesTokenWithoutAudience() {
    Claims claims = TestClaims.valid().without("aud").claims();

    assertThat(check.check(claims, NOW)).map(Rejection::reason).contains(WRONG_AUDIENCE);
  }

  @Test
  void admitsAnyAudienceOnlyWhenUnchecked() {
    AudienceCheck unchecked = new AudienceCheck(Audience.ofAnybody(), ClaimPath.parse("aud"));
    Claims claims = TestClaims.valid().with("aud", "https://other.test").claims();

    assertThat(unchecked.check(claims, NOW)).isEmpty();
  }

  private Optional<Rejection.Reason> reasonFor(Object audience) {
    Claims claims = TestClaims.valid().with("aud", audience).claims();
    return check.check(claims, NOW).map(Rejection::reason);
  }
}
