package io.bearergate.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${env.NAME}}, {@code ${sys.name}} and their forms with a default, {@code
 * ${env.NAME:default}}. What is filled in is taken as it is, placeholders in it too.
 */
record Placeholders(Surroundings surroundings) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)(}?)");
  private static final Pattern INSIDE =
      Pattern.compile("(env|sys)\\.([^:]+)(?::(.*))?", Pattern.DOTALL);

  /**
   * Fills in all of them.
   *
   * @throws IllegalArgumentException naming the first that cannot be, but no value
   */
  String fill(String text) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    return placeholder.replaceAll(
        found -> Matcher.quoteReplacement(value(found.group(1), !found.group(2).isEmpty())));
  }

  private String value(String inside, boolean closed) {
    Matcher parts = INSIDE.matcher(inside);
    if (!closed || inside.contains("${") || !parts.matches()) {
      throw new IllegalArgumentException(
          "holds a placeholder that is none. Write ${env.NAME}, ${sys.name} or ${env.NAME:default}.");
    }
    return known(parts.group(1), parts.group(2))
        .or(() -> Optional.ofNullable(parts.group(3)))
        .orElseThrow(
            () -> new IllegalArgumentException(unresolved(parts.group(1), parts.group(2))));
  }

  private Optional<String> known(String kind, String name) {
    return Optional.ofNullable(
        kind.equals("env")
            ? surroundings.environment().get(name)
            : surroundings.properties().get(name));
  }

  private static String unresolved(String kind, String name) {
    String what = kind.equals("env") ? "environment variable " : "system property ";
    return "needs the %s%s, which is not set. Set it, or write ${%s.%s:default}."
        .formatted(what, name, kind, name);
  }
}
