package io.bearergate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/a, /a",
    "/a, /a/",
    "/a/, /a",
    "/a/, /a/",
    "/*, /a",
    "/*, /a/",
    "/*/b, /a/b",
    "/a/*/c, /a/b/c/",
    "/**, /",
    "/**, /a/b",
    "/a/**, /a",
    "/a/**, /a/",
    "/a/**, /a/b",
    "/a/**, /a/b/c/",
    "/a/**/, /a/b",
    "/*/**, /a/b/c",
    "/a b, /a b",
  })
  void matches(String pattern, String path) {
    assertThat(PathPattern.parse(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/, /a",
    "/a, /",
    "/a, /A",
    "/a, /ab",
    "/ab, /a",
    "/a, /a/b",
    "/*, /",
    "/*, /a/b",
    "/a/*, /a",
    "/a/*, /a/",
    "/a/*/c, /a/c",
    "/a/**, /ab",
    "/a/**, /",
    "/a/*/**, /a",
    "/*/b, /a/c",
  })
  void doesNotMatch(String pattern, String path) {
    assertThat(PathPattern.parse(pattern).matches(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/**, /**",
    "/**, /a",
    "/**, /",
    "/a/**, /a",
    "/a/**, /a/*/c",
    "/a/**, /a/b/**",
    "/*, /a",
    "/*/**, /a/**",
    "/a/*, /a/b",
  })
  void covers(String wide, String narrow) {
    assertThat(PathPattern.parse(wide).covers(PathPattern.parse(narrow))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, /**",
    "/a, /a/**",
    "/*, /**",
    "/a, /*",
    "/*/**, /**",
    "/a/**, /*",
    "/a/*, /a/*/b",
    "/a/*/c, /a/b/*",
  })
  void doesNotCover(String one, String other) {
    assertThat(PathPattern.parse(one).covers(PathPattern.parse(other))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b | begins with /",
        "https://api.example.com/a | begins with /",
        "/a//b | //",
        "// | //",
        "/a;x | parameters",
        "/a%20b | decoded",
        "/a\\b | always refused",
        "/a?x=1 | query",
        "/a#x | fragment",
        "/orders/{id} | write * for any one segment",
        "/a/./b | segment .",
        "/a/.. | segment ..",
        "/a* | whole segment",
        "/*.html | whole segment",
        "/**/a | only at the end",
        "/a/**/b | only at the end",
        "/a** | only at the end",
        "/a/*** | only at the end",
      })
  void refusesPatternsThatCanMatchNoDecodedPath(String pattern, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathPattern.parse(pattern))
        .withMessageContaining(why);
  }

  @Test
  void refusesCharactersThatNoPathMayHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathPattern.parse("/a\ufffdb"))
        .withMessageContaining("U+FFFD");
  }

  @Test
  void takesTimeLinearInThePath() {
    PathPattern pattern = PathPattern.parse("/*".repeat(2000) + "/end/**");
    String path = "/a".repeat(1_000_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> assertThat(pattern.matches(path)).isFalse());
  }
}
