package io.bearergate.rejection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One challenge in the making (RFC 9110 §11.6.1): a scheme and its auth-params, in the order they
 * were added. For one thread.
 */
final class ChallengeLine {

  private final String scheme;
  private final Map<String, String> params = new LinkedHashMap<>();

  ChallengeLine(String scheme) {
    this.scheme = scheme;
  }

  /** With one more auth-param, unless it is empty. */
  ChallengeLine with(String name, String value) {
    if (!value.isEmpty()) {
      params.put(name, quoted(value));
    }
    return this;
  }

  String text() {
    return params.entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(", ", scheme + " ", ""));
  }

  /** A quoted-string (RFC 9110 §5.6.4) that needs no escape: nothing else gets out. */
  static String quoted(String value) {
    boolean plain = value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
    if (!plain) {
      throw new IllegalArgumentException(
          "A challenge holds printable ASCII without quote and backslash");
    }
    return '"' + value + '"';
  }
}
