package io.bearergate.sample.issuer;

import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;

/**
 * What has been granted, by whatever flow; what tokens are made from.
 *
 * @param login whose; none: the client's own doing
 */
record Granted(Client client, Optional<Login> login, Access access, IdTokenWish wish) {

  /** The same for narrower access. */
  Granted with(Access narrower) {
    return new Granted(client, login, narrower, wish);
  }

  boolean hasScope(String scope) {
    return access.scopes().contains(scope);
  }

  /** The same, bound to another sender or to none. */
  Granted boundTo(Binding binding) {
    return new Granted(client, login, access.boundTo(binding), wish);
  }

  /**
   * The same, as a refresh token keeps it: a public client's is bound to the key, since there is
   * nothing else to know the client by (RFC 9449 §5).
   */
  Granted forRefresh() {
    return client.isPublic() ? this : boundTo(Binding.NONE);
  }

  /** Whether there is a refresh token in it: asked for, and no one of three objects. */
  boolean allowsOfflineAccess() {
    return login.isPresent()
        && hasScope(ScopePolicy.OFFLINE_ACCESS)
        && ScopePolicy.allowsOfflineAccess(client, access.api());
  }

  /**
   * The same, as a refresh token brings it: perhaps less access, and no nonce (OIDC Core §12.2).
   */
  Granted refreshed(Access narrowed) {
    return new Granted(
        client, login, narrowed, new IdTokenWish(Optional.empty(), wish.withAuthTime()));
  }

  boolean isFor(Client other) {
    return client.id().equals(other.id());
  }

  Optional<User> user() {
    return login.map(Login::user);
  }

  /**
   * What an ID token is to carry because it was asked for.
   *
   * @param withAuthTime whether to say when the user logged in
   */
  record IdTokenWish(Optional<Nonce> nonce, boolean withAuthTime) {

    /** For grants without an authorization request. */
    static final IdTokenWish NONE = new IdTokenWish(Optional.empty(), false);

    static IdTokenWish of(Ask ask) {
      return new IdTokenWish(ask.nonce(), ask.maxAge().isPresent());
    }
  }
}
