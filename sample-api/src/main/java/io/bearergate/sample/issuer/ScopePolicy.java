package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import java.util.LinkedHashSet;
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
  static Set<String> grantable(Ask ask, User user) {
    Set<String> permitted = new LinkedHashSet<>(OPENID_SCOPES);
    if (allowsOfflineAccess(ask.client(), ask.api())) {
      permitted.add(OFFLINE_ACCESS);
    }
    ask.api().ifPresent(api -> permitted.addAll(permittedAt(api, ask.client(), user)));
    return only(ask.scopes(), permitted::contains);
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
