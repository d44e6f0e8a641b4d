package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import io.bearergate.sample.issuer.PendingAuthorization.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a client is told that polls, and after which answer there is nothing more to be told. */
interface PollReplies {

  /** Whether the handle is dead once this has been told. */
  boolean isLast(Standing standing);

  /** The error; none, if there are tokens to be had. */
  Optional<GeneralException> refusal(Standing standing, PendingAuthorization request);

  /** To a device: how it ended is told once (RFC 8628 §3.5). */
  record ToDevice(ErrorProfile errors) implements PollReplies {

    @Override
    public boolean isLast(Standing standing) {
      return switch (standing) {
        case PENDING, TOO_SOON -> false;
        case EXPIRED, REFUSED, AGREED -> true;
      };
    }

    @Override
    public Optional<GeneralException> refusal(Standing standing, PendingAuthorization request) {
      return error(standing).map(GeneralException::new);
    }

    private Optional<ErrorObject> error(Standing standing) {
      return switch (standing) {
        case PENDING ->
            Optional.of(errors.forbidden(DeviceAuthorizationGrantError.AUTHORIZATION_PENDING));
        case TOO_SOON -> Optional.of(errors.slowDown());
        case EXPIRED -> Optional.of(errors.forbidden(DeviceAuthorizationGrantError.EXPIRED_TOKEN));
        case REFUSED -> Optional.of(errors.forbidden(OAuth2Error.ACCESS_DENIED));
        case AGREED -> Optional.empty();
      };
    }
  }

  /** To a client that has asked for a user who is elsewhere: how it ended stays as it is. */
  record ToInitiator(ErrorProfile errors) implements PollReplies {

    private static final int BAD_REQUEST = 400;

    @Override
    public boolean isLast(Standing standing) {
      return standing == Standing.AGREED;
    }

    @Override
    public Optional<GeneralException> refusal(Standing standing, PendingAuthorization request) {
      return switch (standing) {
        case PENDING -> refusal(DeviceAuthorizationGrantError.AUTHORIZATION_PENDING);
        case TOO_SOON -> Optional.of(slowDown(request.interval()));
        case EXPIRED -> refusal(errors.backchannelExpired());
        case REFUSED -> refusal(OAuth2Error.ACCESS_DENIED);
        case AGREED -> Optional.empty();
      };
    }

    private static Optional<GeneralException> refusal(ErrorObject error) {
      return Optional.of(new GeneralException(error.setHTTPStatusCode(BAD_REQUEST)));
    }

    private static Refusal slowDown(Duration interval) {
      return Refusal.until(
          interval,
          DeviceAuthorizationGrantError.SLOW_DOWN,
          Map.of("interval", interval.toSeconds()));
    }
  }
}
