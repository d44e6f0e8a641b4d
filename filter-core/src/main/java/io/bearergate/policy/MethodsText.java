package io.bearergate.policy;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The methods in front of a rule's path: upper-case names joined by commas. */
final class MethodsText {

  private static final int LOWEST = 'A';

  /** RFC 9110 §9.3 and RFC 5789. */
  private static final Set<String> USUAL =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private MethodsText() {}

  static Set<String> parse(String text) {
    Set<String> methods = new LinkedHashSet<>();
    for (String method : text.split(",", -1)) {
      if (!methods.add(checked(method, text))) {
        throw new IllegalArgumentException("the method " + method + " stands there twice");
      }
    }
    return methods;
  }

  /** Whether nothing but methods that everybody knows stands in {@code text}. */
  static boolean areUsual(String text) {
    return !text.isEmpty() && Stream.of(text.split(",")).allMatch(USUAL::contains);
  }

  private static String checked(String method, String text) {
    if (method.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no list of methods. Join them by commas without spaces: GET,POST");
    }
    if (method.chars().allMatch(MethodsText::isAllowed)) {
      return notMistyped(method);
    }
    String upper = method.toUpperCase(Locale.ROOT);
    throw new IllegalArgumentException(
        upper.chars().allMatch(MethodsText::isAllowed)
            ? "methods are upper case. Did you mean " + upper + "?"
            : "\""
                + method
                + "\" is no method. Leave it out for all methods; a path begins with /");
  }

  /** A method of the application's own is fine, unless it looks like a slip of the pen. */
  private static String notMistyped(String method) {
    Optional<String> meant = NearestName.to(method, USUAL).filter(name -> !USUAL.contains(method));
    if (meant.isPresent()) {
      throw new IllegalArgumentException(
          "\"" + method + "\" is no usual method. Did you mean " + meant.get() + "?");
    }
    return method;
  }

  private static boolean isAllowed(int c) {
    return (c >= LOWEST && c <= 'Z') || c == '-' || c == '_';
  }
}
