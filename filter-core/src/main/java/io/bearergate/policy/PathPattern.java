package io.bearergate.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * Which paths a rule is for. Immutable and thread-safe.
 *
 * @param segments what stands between the slashes; {@value #ANY} for any one segment that is not
 *     empty
 * @param below whether every path below counts too
 */
record PathPattern(List<String> segments, boolean below) {

  private static final String ANY = "*";
  private static final String BELOW = "/**";

  PathPattern {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a pattern as people write it.
   *
   * @throws IllegalArgumentException if it can match no decoded path, or not what it seems to
   */
  static PathPattern parse(String text) {
    PatternText.check(text);
    String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    boolean below = path.endsWith(BELOW);
    String exact = below ? path.substring(0, path.length() - BELOW.length()) : path;
    List<String> segments = new ArrayList<>();
    for (String segment : exact.split("/", -1)) {
      segments.add(PatternText.checkedSegment(segment));
    }
    return new PathPattern(segments.subList(1, segments.size()), below);
  }

  /**
   * Whether this is for {@code path}; a trailing slash does not matter. One pass, no allocation.
   *
   * @param path begins with a slash and holds no empty segment but the last
   */
  boolean matches(String path) {
    int end = path.length() - (path.endsWith("/") ? 1 : 0);
    int at = 0;
    for (int i = 0; i < segments.size(); i++) {
      if (at == end) {
        return false;
      }
      int next = endOfSegment(path, at + 1, end);
      if (!fits(segments.get(i), path, at + 1, next)) {
        return false;
      }
      at = next;
    }
    return below || at == end;
  }

  private static int endOfSegment(String path, int from, int end) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? end : slash;
  }

  private static boolean fits(String segment, String path, int from, int to) {
    return segment.equals(ANY) || (segment.length() == to - from && path.startsWith(segment, from));
  }

  /** Whether every path that {@code other} matches is matched by this too. */
  boolean covers(PathPattern other) {
    int mine = segments.size();
    int others = other.segments.size();
    if (below ? mine > others : mine != others || other.below) {
      return false;
    }
    for (int i = 0; i < mine; i++) {
      String segment = segments.get(i);
      if (!segment.equals(ANY) && !segment.equals(other.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A path of {@code length} segments that this matches and that fewest other patterns do: what
   * stands for a wildcard occurs in no pattern.
   */
  String sample(int length) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean any = i >= segments.size() || segments.get(i).equals(ANY);
      path.append('/').append(any ? PatternText.IN_NO_PATTERN : segments.get(i));
    }
    return path.isEmpty() ? "/" : path.toString();
  }
}
