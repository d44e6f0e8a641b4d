package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A client asks whether the user has decided, and comes by tokens once that is so (RFC 8628 §3.4,
 * CIBA Core §10.1).
 *
 * @param parameter what carries the handle
 */
record PolledGrant(
    GrantType type,
    String parameter,
    Handles<PendingAuthorization> requests,
    PollReplies replies,
    TokenResponses responses,
    InstantSource clock)
    implements Grant {

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    String handle =
        call.form()
            .single(parameter)
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
    PendingAuthorization request =
        requests
            .find(handle)
            .filter(found -> found.client().id().equals(call.client().id()))
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
    PendingAuthorization.Standing standing = request.poll(clock.instant());
    // Of two that ask at the same time, one is told.
    if (replies.isLast(standing) && requests.take(handle).isEmpty()) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
    Optional<GeneralException> refusal = replies.refusal(standing, request);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return responses.to(call, request.granted().orElseThrow());
  }
}
