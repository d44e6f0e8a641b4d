package io.bearergate.token;

import java.util.Optional;

/**
 * A claim that every token must carry.
 *
 * @param path where it stands
 * @param value the exact text that it must be, or that must be an element of it; a number or truth
 *     value counts as JSON writes it. Empty when presence is enough
 */
public record RequiredClaim(ClaimPath path, Optional<String> value) {

  boolean isIn(Claims claims) {
    Optional<Object> found = path.in(claims.all());
    return found.isPresent() && value.map(wanted -> matches(found.get(), wanted)).orElse(true);
  }

  private static boolean matches(Object found, String wanted) {
    boolean scalar = found instanceof Long || found instanceof Boolean;
    return scalar ? found.toString().equals(wanted) : new Claim(found).asTexts().contains(wanted);
  }
}
