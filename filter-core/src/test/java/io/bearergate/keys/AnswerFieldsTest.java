package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFieldsTest {

  private static final String SENT = "Sun, 06 Nov 1994 08:49:37 GMT";

  private static AnswerFields fields(String... namesAndValues) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        values.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return new AnswerFields(values);
  }

  private static Optional<Long> seconds(Optional<Duration> span) {
    return span.map(Duration::toSeconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=60|60",
        "public, MAX-AGE=300|300",
        "max-age=\"5\"|5",
        "max-age=60, max-age=30|30",
        "max-age=60, must-revalidate, no-cache|0",
        "no-store|0",
        "No-Cache , max-age=60|0",
        "no-cache=\"Set-Cookie\", max-age=60|60",
        "x-no-cache|",
        "max-age=x|",
        "max-age=-1|",
        "s-maxage=10|",
        "max-age=99999999999|",
        "x-max-age=4|",
        "|",
      })
  void readsHowLongCacheControlLetsItBeKept(String cacheControl, Long seconds) {
    assertThat(seconds(fields("cache-control", cacheControl).freshFor()))
        .isEqualTo(Optional.ofNullable(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:51:37 GMT|120",
        "Sun, 06 Nov 1994 08:49:37 GMT|0",
        "Sat, 05 Nov 1994 08:49:37 GMT|0",
        "0|0",
        "-1|0",
        "tomorrow|0",
        "|",
      })
  void countsExpiresFromTheAnswersOwnDate(String expires, Long seconds) {
    assertThat(seconds(fields("Date", SENT, "Expires", expires).freshFor()))
        .isEqualTo(Optional.ofNullable(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=600|600",
        "max-age=x|120",
        "public|120",
        "no-cache|0",
      })
  void prefersCacheControlToExpires(String cacheControl, long seconds) {
    AnswerFields both =
        fields(
            "Cache-Control",
            cacheControl,
            "Date",
            SENT,
            "Expires",
            "Sun, 06 Nov 1994 08:51:37 GMT");

    assertThat(seconds(both.freshFor())).contains(seconds);
  }

  @ParameterizedTest
  @CsvSource({"20,40", "60,0", "3600,0", "-1,60", "soon,60", "99999999999,60"})
  void subtractsTheTimeThatCachesHeldIt(String age, long seconds) {
    assertThat(seconds(fields("Cache-Control", "max-age=60", "Age", age).freshFor()))
        .contains(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30|30",
        "0|0",
        "Sun, 06 Nov 1994 08:50:07 GMT|30",
        "Sun, 06 Nov 1994 08:00:00 GMT|0",
        "-1|",
        "1.5|",
        "99999999999|",
        "later|",
        "|",
      })
  void readsWhenToAskAgain(String retryAfter, Long seconds) {
    assertThat(seconds(fields("Date", SENT, "Retry-After", retryAfter).retryAfter()))
        .isEqualTo(Optional.ofNullable(seconds));
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "''", "0"})
  void takesNoDateForOneWithoutKnowingWhatTimeItWas(String sent) {
    String then = "Sun, 06 Nov 1994 08:50:07 GMT";

    assertThat(fields("Date", sent, "Expires", then, "Retry-After", then))
        .returns(Optional.empty(), AnswerFields::freshFor)
        .returns(Optional.empty(), AnswerFields::retryAfter);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"a-1\"|true",
        "W/\"a\"|true",
        "\"\"|true",
        "a|false",
        "\"a|false",
        "\"a\", \"b\"|false",
        "\"a b\"|false",
        "*|false",
      })
  void remembersEntityTagsThatAreSome(String tag, boolean is) {
    assertThat(fields("etag", tag).entityTag()).isEqualTo(is ? Optional.of(tag) : Optional.empty());
  }
}
