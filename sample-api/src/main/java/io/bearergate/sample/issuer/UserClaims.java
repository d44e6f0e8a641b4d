package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a scope tells about a user (OpenID Connect Core §5.4). */
final class UserClaims {

  private static final Map<String, List<String>> BY_SCOPE =
      Map.of(
          "profile", List.of("name", "nickname", "picture", "updated_at"),
          "email", List.of("email", "email_verified"),
          "name", List.of("name"),
          "picture", List.of("picture"));

  private UserClaims() {}

  static void addTo(JWTClaimsSet.Builder claims, User user, Set<String> scopes) {
    of(user, scopes).forEach(claims::claim);
  }

  static Map<String, Object> of(User user, Set<String> scopes) {
    Map<String, Object> known = user.claims().members();
    Map<String, Object> told = new LinkedHashMap<>();
    scopes.stream()
        .flatMap(scope -> BY_SCOPE.getOrDefault(scope, List.of()).stream())
        .filter(known::containsKey)
        .forEach(name -> told.put(name, known.get(name)));
    return told;
  }

  static List<String> names() {
    return BY_SCOPE.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }
}
