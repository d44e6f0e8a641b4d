package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.Scope;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which of the scopes asked for are given: what is unknown or not permitted is dropped. */
final class ScopePolicy {

  static final String OPENID = "openid";

  /** What OpenID Connect itself brings; {@code offline_access} joins with refresh tokens. */
  static final Set<String> OPENID_SCOPES = Set.of(OPENID, "profile", "email", "name", "picture");

  private static final Pattern SYNTAX =
      Pattern.compile("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*"); // RFC 6749 §3.3

  private ScopePolicy() {}

  static boolean isWellFormed(String scope) {
    return SYNTAX.matcher(scope).matches();
  }

  static Set<String> words(String scope) {
    return new LinkedHashSet<>(Scope.parse(scope).toStringList());
  }

  /** Asked for, and permitted to the client and, under RBAC, to the user. */
  static Set<String> grantable(Errand errand, User user) {
    Set<String> permitted = new LinkedHashSet<>(OPENID_SCOPES);
    errand.api().ifPresent(api -> permitted.addAll(permittedAt(api, errand.client(), user)));
    return only(errand.scopes(), permitted::contains);
  }

  private static Set<String> permittedAt(Api api, Client client, User user) {
    Set<String> toClient = client.scopesAt(api).orElse(Set.of());
    Set<String> toUser = api.hasRbac() ? user.permissionsAt(api) : api.scopes();
    return only(api.scopes(), scope -> toClient.contains(scope) && toUser.contains(scope));
  }

  private static Set<String> only(Set<String> scopes, Predicate<String> wanted) {
    Set<String> kept = new LinkedHashSet<>(scopes);
    kept.removeIf(wanted.negate());
    return kept;
  }
}
