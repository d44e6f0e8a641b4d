package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What {@code mfa_token}s stand for: a right password that a second factor is to follow. */
final class MfaTickets {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Handles<Ticket> tickets;
  private final InstantSource clock;

  MfaTickets(InstantSource clock) {
    this.tickets = new Handles<>("bgm_", Lifetimes.PENDING_KEPT, clock);
    this.clock = clock;
  }

  /** Bound to client and user. */
  record Ticket(Client client, User user, Access asked, Instant end) {}

  String issue(Client client, User user, Access asked) {
    return tickets.keep(new Ticket(client, user, asked, clock.instant().plus(LIFE)));
  }

  /** The client's ticket, unless it has expired. */
  Ticket find(Client client, Parameters form) throws GeneralException {
    Ticket ticket =
        tickets
            .find(handle(form))
            .filter(found -> found.client().id().equals(client.id()))
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
    if (!clock.instant().isBefore(ticket.end())) {
      throw new GeneralException(DeviceAuthorizationGrantError.EXPIRED_TOKEN);
    }
    return ticket;
  }

  /** That it is used up. */
  void end(Parameters form) throws GeneralException {
    if (tickets.take(handle(form)).isEmpty()) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
  }

  private static String handle(Parameters form) throws GeneralException {
    return form.single("mfa_token")
        .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
  }
}
