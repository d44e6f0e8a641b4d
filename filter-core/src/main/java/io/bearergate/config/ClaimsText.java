package io.bearergate.config;

import io.bearergate.token.ClaimPath;
import io.bearergate.token.RequiredClaim;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Claim paths and claims with values. */
final class ClaimsText {

  private static final Pattern CLAIM = Pattern.compile("((?:\"[^\"]*\"|[^\"=]++)+)(?:=(.*))?");

  /** One that stands in no quotes. */
  private static final Pattern BAR = Pattern.compile("\\|(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private ClaimsText() {}

  static List<ClaimPath> paths(String text) {
    return ListText.words(text).stream().map(ClaimsText::pathOf).toList();
  }

  static ClaimPath path(String text) {
    List<ClaimPath> paths = paths(text);
    if (paths.size() > 1) {
      throw new IllegalArgumentException("names more than one claim. Write one.");
    }
    return paths.get(0);
  }

  static List<RequiredClaim> required(String text) {
    return ListText.words(text).stream().map(ClaimsText::requiredClaim).toList();
  }

  private static RequiredClaim requiredClaim(String text) {
    Matcher parts = CLAIM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("names no claim before a =. Write claim or claim=value.");
    }
    List<String> values =
        Optional.ofNullable(parts.group(2)).stream()
            .flatMap(ClaimsText::alternatives)
            .map(ClaimsText::unquoted)
            .toList();
    if (values.contains("")) {
      throw new IllegalArgumentException("gives no value behind a =. Write claim or claim=value.");
    }
    return new RequiredClaim(alternatives(parts.group(1)).map(ClaimsText::pathOf).toList(), values);
  }

  private static Stream<String> alternatives(String text) {
    return Arrays.stream(BAR.split(text, -1));
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static ClaimPath pathOf(String text) {
    try {
      return ClaimPath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is " + e.getMessage() + ".");
    }
  }
}
