package io.bearergate.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several values in one text. */
final class ListText {

  private static final Pattern ITEM = Pattern.compile("(?:\"[^\"]*+\"|[^\",\\s]++)++");
  private static final Pattern GAP = Pattern.compile("[,\\s]*");

  private ListText() {}

  /**
   * What commas, white space or both part, quotes kept as they are; never empty.
   *
   * @throws IllegalArgumentException if a quote is left open or there is no value
   */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher item = ITEM.matcher(text);
    int at = 0;
    while (item.find()) {
      checkGap(text.substring(at, item.start()));
      words.add(item.group());
      at = item.end();
    }
    checkGap(text.substring(at));
    if (words.isEmpty()) {
      throw new IllegalArgumentException("names no value.");
    }
    return words;
  }

  private static void checkGap(String gap) {
    if (!GAP.matcher(gap).matches()) {
      throw new IllegalArgumentException("leaves a quote open.");
    }
  }

  /**
   * What commas alone part; never empty.
   *
   * @throws IllegalArgumentException if a value is empty, stands twice or holds white space
   */
  static Set<String> parted(String text) {
    Set<String> values = new LinkedHashSet<>();
    for (String value : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("has nothing before or after a comma.");
      }
      if (value.chars().anyMatch(Character::isWhitespace)) {
        throw new IllegalArgumentException(
            "holds white space within a value. Part them by commas.");
      }
      if (!values.add(value)) {
        throw new IllegalArgumentException("names the same value twice.");
      }
    }
    return values;
  }
}
