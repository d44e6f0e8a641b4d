package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which of the scopes asked for are given: what is unknown or not permitted is dropped. */
final class ScopePolicy {

  static final String OPENID = "openid";

  /** What a refresh token is asked for with (OpenID Connect Core §11). */
  static final String OFFLINE_ACCESS = "offline_access";

  /** What OpenID Connect itself brings, whatever the API. */
  static final Set<String> OPENID_SCOPES = Set.of(OPENID, "profile", "email", "name", "picture");

  /** Those of them that OpenID Connect Core §5.4 names. */
  private static final List<String> STANDARD_SCOPES = List.of(OPENID, "profile", "email");

  private static final Pattern SYNTAX =
      Pattern.compile("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*"); // RFC 6749 §3.3

  private ScopePolicy() {}

  static boolean isWellFormed(String scope) {
    return SYNTAX.matcher(scope).matches();
  }

  /** The words of a request's {@code scope}, which it must have. */
  static Set<String> asked(Parameters form) throws GeneralException {
    String scope = form.single("scope").orElse("");
    if (!isWellFormed(scope)) {
      throw new GeneralException(OAuth2Error.INVALID_SCOPE);
    }
    return words(scope);
  }

  static Set<String> words(String scope) {
    return new LinkedHashSet<>(Scope.parse(scope).toStringList());
  }

  /** Asked for, and permitted to the client and, under RBAC, to the user. */
  static Set<String> grantable(Errand errand, User user) {
    return only(errand.scopes(), permitted(errand.client(), errand.api(), user)::contains);
  }

  private static Set<String> permitted(Client client, Optional<Api> target, User user) {
    Set<String> permitted = new LinkedHashSet<>(OPENID_SCOPES);
    if (allowsOfflineAccess(client, target)) {
      permitted.add(OFFLINE_ACCESS);
    }
    target.ifPresent(api -> permitted.addAll(permittedAt(api, client, user)));
    return permitted;
  }

  /**
   * What is granted for a password: all the API has, if none of its scopes is asked for; and all of
   * OpenID Connect's, if nothing but {@code openid} is.
   */
  static Set<String> grantableForPassword(Client client, Access asked, User user) {
    Set<String> ofApi = asked.api().map(Api::scopes).orElse(Set.of());
    Set<String> wanted = new LinkedHashSet<>(asked.scopes());
    if (asked.scopes().equals(Set.of(OPENID))) {
      wanted.addAll(STANDARD_SCOPES);
    }
    if (asked.scopes().stream().noneMatch(ofApi::contains)) {
      wanted.addAll(ofApi);
    }
    return only(wanted, permitted(client, asked.api(), user)::contains);
  }

  static boolean allowsOfflineAccess(Client client, Optional<Api> api) {
    return client.mayHoldRefreshTokens()
        && api.filter(named -> !named.allowsOfflineAccess()).isEmpty();
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
