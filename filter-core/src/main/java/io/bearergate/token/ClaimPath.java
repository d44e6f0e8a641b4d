package io.bearergate.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a claim stands in the payload: member names joined by dots, quoted where a name holds dots
 * itself, as in {@code realm_access.roles} or {@code "https://example.com/roles"}. Immutable.
 *
 * @param names the member names from the outside in; at least one
 */
public record ClaimPath(List<String> names) {

  private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"|([^.\"]+)");

  public ClaimPath {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("A claim path names at least one member");
    }
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if {@code text} is none: empty names, a quote left open
   */
  public static ClaimPath parse(String text) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    int at = 0;
    while (name.find(at) && name.start() == at) {
      names.add(name.group(1) != null ? name.group(1) : name.group(2));
      at = name.end();
      if (at == text.length()) {
        return new ClaimPath(names);
      }
      if (text.charAt(at) != '.') {
        break;
      }
      at++;
    }
    throw new IllegalArgumentException(
        "not a claim path; write member names joined by dots, quoted where a name holds dots");
  }

  Optional<Object> in(Map<String, Object> claims) {
    Object found = claims;
    for (int i = 0; i < names.size(); i++) {
      found = found instanceof Map<?, ?> members ? members.get(names.get(i)) : null;
    }
    return Optional.ofNullable(found);
  }
}
