package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

  private final Placeholders placeholders =
      new Placeholders(
          new Surroundings(
              Map.of("HOST", "h", "NESTED", "${env.HOST}", "MONEY", "$1\\2"),
              Map.of("path.of", "p")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "${env.HOST} | h",
        "https://${env.HOST}/${sys.path.of}/ | https://h/p/",
        "${env.HOST:x} | h",
        "${env.NONE:x} | x",
        "${env.NONE:https://a:8/b} | https://a:8/b",
        "a${sys.none:}b | ab",
        "${env.NESTED} | ${env.HOST}",
        "${env.MONEY} | $1\\2",
        "$HOST 5$ | $HOST 5$",
      })
  void fillsIn(String text, String filled) {
    assertThat(placeholders.fill(text)).isEqualTo(filled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${env.NONE} | needs the environment variable NONE, which is not set",
        "${sys.none} | needs the system property none, which is not set",
        "${env.NONE:${env.HOST}} | holds a placeholder that is none",
        "${env.HOST:${env.NONE}} | holds a placeholder that is none",
        "${HOST} | holds a placeholder that is none",
        "${env.HOST | holds a placeholder that is none",
        "${} | holds a placeholder that is none",
        "${env.} | holds a placeholder that is none",
      })
  void stopsTheStartAtWhatCannotBeFilledIn(String text, String problem) {
    assertThat(TestConfig.valid().initParam("realm", text).problem())
        .startsWith("realm \"" + text + "\" (web.xml, filter \"api\") " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "${env.EMPTY}", "${env.NONE:}"})
  void stopsTheStartAtABlankValue(String text) {
    assertThat(TestConfig.valid().env("EMPTY", "").initParam("realm", text).problem())
        .isEqualTo("realm (web.xml, filter \"api\") is blank. Give it a value or leave it out.");
  }

  @Test
  void fillsInForEverySource() {
    TestConfig config = TestConfig.valid().sys("r", "x").env("BEARERGATE_REALM", "${sys.r}");

    assertThat(config.read().realm()).isEqualTo("x");
  }
}
