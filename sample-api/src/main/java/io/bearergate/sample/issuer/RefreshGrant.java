package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Optional;
import java.util.Set;

/**
 * A refresh token for an access token, and for its own successor (RFC 6749 §6). Whatever is wrong
 * with a refresh token, the answer is the same.
 */
final class RefreshGrant implements Grant {

  private final TokenResponses responses;
  private final ErrorProfile errors;

  RefreshGrant(TokenResponses responses, ErrorProfile errors) {
    this.responses = responses;
    this.errors = errors;
  }

  @Override
  public GrantType type() {
    return GrantType.REFRESH_TOKEN;
  }

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    String token =
        call.form()
            .single("refresh_token")
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
    if (call.isFromBrowserOfConfidentialClient() || !call.client().mayHoldRefreshTokens()) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
    RefreshTokens refreshTokens = responses.refreshTokens();
    Granted granted = required(refreshTokens.presented(token, call.client()));
    // A fault of the request must not cost the client its token: this comes before the use.
    Access narrowed = narrowed(call.form(), granted.access()).narrowedBy(call.form());
    Granted bound = TokenResponses.bound(call, granted.refreshed(narrowed));
    String successor = required(refreshTokens.use(token, call.client()));
    return responses.to(call, bound, Optional.of(successor));
  }

  private Access narrowed(Parameters form, Access granted) throws GeneralException {
    Target target = Target.of(form);
    if (target.isContradictory()) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    if (target.isNamed() && !target.name().equals(granted.audience())) {
      throw new GeneralException(errors.invalidTarget());
    }
    Access narrowed = granted.narrowedBy(form);
    if (!form.has("scope")) {
      return narrowed;
    }
    Set<String> asked = ScopePolicy.asked(form);
    if (!granted.scopes().containsAll(asked)) {
      throw new GeneralException(OAuth2Error.INVALID_SCOPE);
    }
    return narrowed.with(asked);
  }

  private static <T> T required(Optional<T> good) throws GeneralException {
    return good.orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
  }
}
