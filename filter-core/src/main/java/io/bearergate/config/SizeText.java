package io.bearergate.config;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes and counts as people write them: {@code 512B}, {@code 16KiB}, {@code 1MiB}, {@code 4096}.
 */
final class SizeText {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KiB|MiB|)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Map<String, Long> UNITS =
      Map.of("", 1L, "B", 1L, "KiB", 1024L, "MiB", 1024L * 1024);

  private SizeText() {}

  /** A parser for numbers of bytes within bounds, both included. */
  static Function<String, Integer> between(String least, String most) {
    return text -> {
      long bytes = parse(text);
      if (bytes < parse(least) || bytes > parse(most)) {
        throw new IllegalArgumentException(
            "is out of bounds. Write %s to %s.".formatted(least, most));
      }
      return Math.toIntExact(bytes);
    };
  }

  /** A parser for numbers of things, from none to {@code most}. */
  static Function<String, Integer> countUpTo(int most) {
    return count(0, most);
  }

  /** A parser for numbers of things within bounds, both included. */
  static Function<String, Integer> count(int least, int most) {
    return text -> {
      if (!COUNT.matcher(text).matches()
          || Integer.parseInt(text) < least
          || Integer.parseInt(text) > most) {
        throw new IllegalArgumentException("is not a number of " + least + " to " + most + ".");
      }
      return Integer.valueOf(text);
    };
  }

  private static long parse(String text) {
    Matcher parts = SIZE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "is not a size. Write 512B, 16KiB, 1MiB or a number of bytes.");
    }
    return Long.parseLong(parts.group(1)) * UNITS.getOrDefault(parts.group(2), 1L);
  }
}
