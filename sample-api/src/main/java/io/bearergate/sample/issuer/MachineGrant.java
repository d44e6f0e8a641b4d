package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Optional;
import java.util.Set;

/**
 * A client's own credentials for a token (RFC 6749 §4.4). No user, so neither an ID token nor a
 * refresh token, whatever scopes are asked for.
 */
final class MachineGrant implements Grant {

  private final AccessReader reader;
  private final TokenResponses responses;

  MachineGrant(AccessReader reader, TokenResponses responses) {
    this.reader = reader;
    this.responses = responses;
  }

  @Override
  public GrantType type() {
    return GrantType.CLIENT_CREDENTIALS;
  }

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    Client client = call.client();
    Api api = api(client, Target.of(call.form()));
    Set<String> granted = client.scopesAt(api).orElseThrow();
    Set<String> scopes = call.form().has("scope") ? narrowed(call.form(), granted) : granted;
    Access access = Access.to(Optional.of(api), scopes);
    return responses.to(
        call, new Granted(client, Optional.empty(), access, Granted.IdTokenWish.NONE));
  }

  private Api api(Client client, Target target) throws GeneralException {
    if (!target.isNamed()) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    return reader.api(client, target).orElseThrow();
  }

  private Set<String> narrowed(Parameters form, Set<String> granted) throws GeneralException {
    Set<String> asked = ScopePolicy.asked(form);
    asked.removeAll(ScopePolicy.OPENID_SCOPES);
    asked.remove(ScopePolicy.OFFLINE_ACCESS);
    if (!granted.containsAll(asked)) {
      throw new GeneralException(reader.errors().scopeBeyondGrant());
    }
    return asked;
  }
}
