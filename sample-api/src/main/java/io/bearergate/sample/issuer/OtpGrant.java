package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/** The second half of a login by password: a one-time password for tokens. */
record OtpGrant(PasswordLogins logins, SecondFactor factor) implements Grant {

  /** An extension of Auth0's. */
  static final GrantType TYPE = new GrantType("http://auth0.com/oauth/grant-type/mfa-otp");

  @Override
  public GrantType type() {
    return TYPE;
  }

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    MfaTickets.Ticket ticket = logins.tickets().find(call.client(), call.form());
    String otp =
        call.form()
            .single("otp")
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
    factor.require(ticket.user(), otp);
    logins.tickets().end(call.form());
    return logins.bySecondFactor(call, ticket);
  }
}
