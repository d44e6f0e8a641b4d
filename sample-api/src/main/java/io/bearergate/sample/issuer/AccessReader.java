package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which API and which scopes a client asks for, on behalf of a user, without a browser. */
record AccessReader(Registry registry, ErrorProfile errors) {

  Access read(Client client, Parameters form) throws GeneralException {
    Optional<String> scope = form.single("scope");
    if (scope.filter(text -> !ScopePolicy.isWellFormed(text)).isPresent()) {
      throw new GeneralException(OAuth2Error.INVALID_SCOPE);
    }
    Set<String> scopes = scope.map(ScopePolicy::words).orElse(Set.of());
    return new Access(api(client, Target.of(form)), scopes, List.of());
  }

  private Optional<Api> api(Client client, Target target) throws GeneralException {
    Optional<Api> api = target.apiFor(client, registry);
    if (target.isContradictory() || (target.isNamed() && api.isEmpty())) {
      throw new GeneralException(errors.invalidTarget());
    }
    return api;
  }
}
