package io.bearergate.policy;

/**
 * What a path must be like before rules are held against it. Containers differ in what they leave
 * in: see {@code containers.md}, row 7. No regular expression, and no allocation for a path without
 * {@code ;}.
 */
final class RequestPath {

  private static final char REPLACEMENT = '\uFFFD';

  private RequestPath() {}

  /** {@code path} with {@code ;…} removed from every segment; an empty one is {@code "/"}. */
  static String withoutParameters(String path) {
    if (path.indexOf(';') < 0) {
      return path.isEmpty() ? "/" : path;
    }
    StringBuilder kept = new StringBuilder(path.length());
    boolean inParameter = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      inParameter = c != '/' && (inParameter || c == ';');
      if (!inParameter) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** Whether somebody further down could read {@code path} otherwise than our rules do. */
  static boolean isAmbiguous(String path) {
    if (path.isEmpty() || path.charAt(0) != '/') {
      return true;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (isForbidden(c)
          ? !isPairAt(path, i)
          : c == '\\' || (c == '/' && isOddSegmentAt(path, i + 1)) || isEncodedAt(path, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether no path may hold {@code c}: a control character, what a decoder puts for bytes that are
   * not UTF-8, or half of a surrogate pair.
   */
  static boolean isForbidden(char c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == REPLACEMENT || Character.isSurrogate(c);
  }

  private static boolean isPairAt(String path, int at) {
    return isPair(path, at) || isPair(path, at - 1);
  }

  private static boolean isPair(String path, int at) {
    return at >= 0
        && at + 1 < path.length()
        && Character.isSurrogatePair(path.charAt(at), path.charAt(at + 1));
  }

  /** An empty segment that is not the last, {@code .} or {@code ..}. */
  private static boolean isOddSegmentAt(String path, int from) {
    int dots = from;
    while (dots < path.length() && path.charAt(dots) == '.') {
      dots++;
    }
    boolean ends = dots == path.length() || path.charAt(dots) == '/';
    boolean emptyAndLast = from == path.length();
    return ends && !emptyAndLast && dots - from <= 2;
  }

  /** A {@code /}, {@code \} or {@code .} that the container left encoded. */
  private static boolean isEncodedAt(String path, int at) {
    return path.charAt(at) == '%'
        && (path.regionMatches(true, at + 1, "2f", 0, 2)
            || path.regionMatches(true, at + 1, "2e", 0, 2)
            || path.regionMatches(true, at + 1, "5c", 0, 2));
  }
}
