package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ciba.CIBAError;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;

/** Whose codes and statuses errors carry where the RFCs and Auth0's pages differ. */
public enum ErrorProfile {
  /** As the RFCs have it. */
  RFC,
  /** As seen in Auth0's documentation. */
  AUTH0;

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;

  /** The client may not use this grant. */
  ErrorObject unauthorizedClient() {
    return this == RFC
        ? OAuth2Error.UNAUTHORIZED_CLIENT
        : OAuth2Error.UNAUTHORIZED_CLIENT.setHTTPStatusCode(FORBIDDEN);
  }

  /** The API asked for does not exist, or not for this client. */
  ErrorObject invalidTarget() {
    return this == RFC ? OAuth2Error.INVALID_TARGET : accessDenied();
  }

  /** More was asked for than the client has been granted. */
  ErrorObject scopeBeyondGrant() {
    return this == RFC ? OAuth2Error.INVALID_SCOPE : accessDenied();
  }

  /** A client polls too often. */
  ErrorObject slowDown() {
    ErrorObject error = DeviceAuthorizationGrantError.SLOW_DOWN;
    return this == RFC ? error : error.setHTTPStatusCode(TOO_MANY_REQUESTS);
  }

  /** What the RFCs have as 400 and Auth0 as 403. */
  ErrorObject forbidden(ErrorObject error) {
    return error.setHTTPStatusCode(this == RFC ? BAD_REQUEST : FORBIDDEN);
  }

  /** The user has not decided in time. */
  ErrorObject backchannelExpired() {
    return this == RFC ? CIBAError.EXPIRED_TOKEN : OAuth2Error.ACCESS_DENIED;
  }

  /** Name and password do not go together, whichever of them is wrong. */
  ErrorObject wrongPassword() {
    return this == RFC
        ? OAuth2Error.INVALID_GRANT
        : new ErrorObject("invalid_user_password", null, FORBIDDEN);
  }

  /** The password is right, and not enough. */
  ErrorObject mfaRequired() {
    return new ErrorObject("mfa_required", null, this == RFC ? FORBIDDEN : UNAUTHORIZED);
  }

  private static ErrorObject accessDenied() {
    return OAuth2Error.ACCESS_DENIED.setHTTPStatusCode(FORBIDDEN);
  }
}
