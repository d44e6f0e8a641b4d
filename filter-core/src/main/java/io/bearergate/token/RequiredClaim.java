package io.bearergate.token;

import java.util.List;
import java.util.Optional;

/**
 * A claim that every token must carry.
 *
 * @param paths where it stands; of several one will do
 * @param values exact texts, of which it must be one or have one as an element; a number or truth
 *     value counts as JSON writes it. Empty when presence is enough
 */
public record RequiredClaim(List<ClaimPath> paths, List<String> values) {
  public RequiredClaim {
    paths = List.copyOf(paths);
    values = List.copyOf(values);
  }

  boolean isIn(Claims claims) {
    return paths.stream().anyMatch(path -> isAt(path, claims));
  }

  private boolean isAt(ClaimPath path, Claims claims) {
    Optional<Object> found = path.in(claims.all());
    return found.isPresent()
        && (values.isEmpty() || values.stream().anyMatch(wanted -> matches(found.get(), wanted)));
  }

  private static boolean matches(Object found, String wanted) {
    boolean scalar = found instanceof Long || found instanceof Boolean;
    return scalar ? found.toString().equals(wanted) : new Claim(found).asTexts().contains(wanted);
  }
}
