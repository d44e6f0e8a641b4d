package io.bearergate.sample.issuer;

import java.util.Optional;

/** What an authorization code stands for, and the request it must be redeemed in keeping with. */
record IssuedCode(Ask ask, Granted granted) {

  static IssuedCode of(Ask ask, Login login) {
    Access access =
        new Access(
            ask.api(),
            ScopePolicy.grantable(ask, login.user()),
            ask.details(),
            Binding.toKey(ask.dpopKey()));
    return new IssuedCode(
        ask, new Granted(ask.client(), Optional.of(login), access, Granted.IdTokenWish.of(ask)));
  }
}
