package io.bearergate.sample.issuer;

import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;

/**
 * What has been granted, by whatever flow; what tokens are made from.
 *
 * @param login whose; none: the client's own doing
 */
record Granted(Client client, Optional<Login> login, Access access, IdTokenWish wish) {

  boolean hasScope(String scope) {
    return access.scopes().contains(scope);
  }

  /** The same, bound to another sender or to none. */
  Granted boundTo(Binding binding) {
    return new Granted(client, login, access.boundTo(binding), wish);
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
