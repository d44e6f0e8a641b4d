package io.bearergate.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code PT30S}. */
public final class DurationText {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private DurationText() {}

  /** A parser for spans within bounds, both included. */
  public static Function<String, Duration> between(String least, String most) {
    return text -> {
      Duration span = parse(text);
      if (span.compareTo(parse(least)) < 0 || span.compareTo(parse(most)) > 0) {
        throw new IllegalArgumentException(
            "is out of bounds. Write %s to %s.".formatted(least, most));
      }
      return span;
    };
  }

  private static Duration parse(String text) {
    Matcher parts = SHORT.matcher(text);
    if (parts.matches()) {
      ChronoUnit unit = UNITS.getOrDefault(parts.group(2), ChronoUnit.DAYS);
      return Duration.of(Long.parseLong(parts.group(1)), unit);
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("is not a duration. Write 30s, 2m or PT30S.");
    }
  }
}
