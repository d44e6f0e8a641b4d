package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which API and which scopes a client asks for, on behalf of a user, without a browser. */
record AccessReader(Registry registry, ErrorProfile errors) {

  Access read(Client client, Parameters form) throws GeneralException {
    Set<String> scopes = form.has("scope") ? ScopePolicy.asked(form) : Set.of();
    return new Access(api(client, Target.of(form)), scopes, List.of());
  }

  /** The API, if one is named. */
  Optional<Api> api(Client client, Target target) throws GeneralException {
    if (target.isContradictory()) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    Optional<Api> api = target.apiFor(client, registry);
    if (target.isNamed() && api.isEmpty()) {
      throw new GeneralException(errors.invalidTarget());
    }
    return api;
  }
}
