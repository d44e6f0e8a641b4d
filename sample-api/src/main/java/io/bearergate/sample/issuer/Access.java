package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a token is to open.
 *
 * @param api none: only {@code /userinfo}
 * @param details what was granted beyond scopes (RFC 9396)
 * @param binding in whose hands only
 */
record Access(
    Optional<Api> api, Set<String> scopes, List<AuthorizationDetail> details, Binding binding) {

  static Access to(Optional<Api> api, Set<String> scopes) {
    return new Access(api, scopes, List.of(), Binding.NONE);
  }

  /** The same, bound to another sender or to none. */
  Access boundTo(Binding other) {
    return new Access(api, scopes, details, other);
  }

  BindingPolicy bindingPolicy() {
    return api.map(Api::bindingPolicy).orElse(BindingPolicy.ALLOWED);
  }
}
