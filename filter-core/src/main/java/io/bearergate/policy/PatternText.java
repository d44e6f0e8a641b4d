package io.bearergate.policy;

import java.util.Map;

/** What may be written in a {@link PathPattern}: nothing that would quietly match no request. */
final class PatternText {

  /** A segment that {@link #check} lets into no pattern. */
  static final String IN_NO_PATTERN = "\u0001";

  private static final Map<Character, String> NEVER =
      Map.of(
          ';', "paths are matched without their ;parameters",
          '%', "paths are matched decoded; write the character itself",
          '\\', "a path that holds \\ is always refused",
          '?', "the query is no part of the path",
          '#', "the fragment is no part of the path",
          '{', "write * for any one segment",
          '}', "write * for any one segment");

  private PatternText() {}

  /** Throws an {@link IllegalArgumentException} for a pattern that can never match. */
  static void check(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with /");
    }
    if (text.contains("//")) {
      throw new IllegalArgumentException("a path that holds // is always refused");
    }
    text.chars().forEach(c -> check((char) c));
  }

  private static void check(char c) {
    String why = NEVER.get(c);
    if (why != null) {
      throw new IllegalArgumentException("a path pattern holds no " + c + ": " + why);
    }
    if (RequestPath.isForbidden(c)) {
      throw new IllegalArgumentException(
          "a path pattern holds no U+%04X: such a path is always refused".formatted((int) c));
    }
  }

  /** {@code segment} if it may stand between two slashes. */
  static String checkedSegment(String segment) {
    if (segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException(
          "a path with the segment " + segment + " is always refused");
    }
    if (segment.contains("**")) {
      throw new IllegalArgumentException("** stands only at the end, as /**");
    }
    if (segment.contains("*") && !segment.equals("*")) {
      throw new IllegalArgumentException("* stands for a whole segment, as in /a/*/b");
    }
    return segment;
  }
}
