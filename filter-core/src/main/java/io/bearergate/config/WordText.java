package io.bearergate.config;

import io.bearergate.policy.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Settings that are one word of a few, or a text of a plain form. */
final class WordText {

  private WordText() {}

  /** A parser that takes exactly these words. */
  static Function<String, String> oneOf(String... words) {
    List<String> all = List.of(words);
    return text -> {
      if (all.contains(text)) {
        return text;
      }
      String hint =
          NearestName.to(text.toLowerCase(Locale.ROOT), all)
              .map(word -> "Did you mean " + word + "?")
              .orElse("Write " + String.join(" or ", all) + ".");
      throw new IllegalArgumentException("is not one of " + String.join(", ", all) + ". " + hint);
    };
  }

  /** What a quoted-string of a challenge may hold unescaped (RFC 9110 §5.6.4). */
  static String realm(String text) {
    if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\')) {
      throw new IllegalArgumentException(
          "is not a realm. Write printable ASCII without \" and \\.");
    }
    return text;
  }
}
