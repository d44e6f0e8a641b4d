package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Requests that were pushed (RFC 9126), each to be fetched once, soon, by its own client. */
final class PushedRequests {

  static final Duration LIFE = Duration.ofSeconds(30);

  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";

  private static final int MOST_OF_A_CLIENT = 300;

  private final Handles<SentRequest> kept;
  private final Rate rate;

  PushedRequests(InstantSource clock) {
    this.kept = new Handles<>(PREFIX, LIFE, clock);
    this.rate = new Rate(MOST_OF_A_CLIENT, LIFE, clock);
  }

  /**
   * The reference to it.
   *
   * @throws GeneralException if the client has pushed too many in the life of one
   */
  String keep(SentRequest request) throws GeneralException {
    if (!rate.admits(request.client().id())) {
      throw Refusal.tooMany("too_many_requests", LIFE);
    }
    return kept.keep(request);
  }

  /**
   * What {@code reference} stands for, which it does no longer. Nobody can use up the reference of
   * another client.
   *
   * @throws GeneralException with the error to be shown
   */
  SentRequest take(String reference, Client client) throws GeneralException {
    if (!reference.startsWith(PREFIX)) {
      throw new GeneralException(OAuth2Error.REQUEST_URI_NOT_SUPPORTED);
    }
    Optional<SentRequest> found = kept.find(reference);
    if (found.filter(request -> !request.client().id().equals(client.id())).isPresent()) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    return kept.take(reference)
        .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST_URI));
  }
}
