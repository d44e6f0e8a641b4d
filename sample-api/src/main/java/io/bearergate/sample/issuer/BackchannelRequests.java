package io.bearergate.sample.issuer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Backchannel authentication requests that wait for their users: the client finds one by its {@code
 * auth_req_id}, the user by the link in the notice. Thread-safe.
 */
final class BackchannelRequests {

  private final Handles<PendingAuthorization> byId;
  private final Handles<PendingAuthorization> byConsent;
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final IssuerAddress address;
  private final InstantSource clock;

  BackchannelRequests(IssuerAddress address, InstantSource clock) {
    this.byId = new Handles<>("bgq_", Lifetimes.PENDING_KEPT, clock);
    this.byConsent = new Handles<>("cns_", Lifetimes.PENDING_KEPT, clock);
    this.address = address;
    this.clock = clock;
  }

  Handles<PendingAuthorization> byId() {
    return byId;
  }

  /** Notifies the user, and returns the {@code auth_req_id}. */
  String open(BackchannelAsk ask) {
    Instant now = clock.instant();
    Instant end = now.plus(ask.life());
    PendingAuthorization request = new PendingAuthorization(ask.wanted(now, end), end);
    URI link = address.at(VerifyEndpoint.PATH + "?consent=" + byConsent.keep(request));
    notices.removeIf(old -> !now.isBefore(old.end()));
    notices.add(new Notice(ask.user(), ask.bindingMessage(), link, end));
    return byId.keep(request);
  }

  Optional<PendingAuthorization> findOpenByConsent(String handle) {
    return open(byConsent.find(handle));
  }

  Optional<PendingAuthorization> findOpenById(String handle) {
    return open(byId.find(handle));
  }

  private Optional<PendingAuthorization> open(Optional<PendingAuthorization> found) {
    return found.filter(request -> request.isOpen(clock.instant()));
  }

  /** What has been sent to the device of this user, the newest last. */
  List<Notice> noticesTo(String username) {
    Instant now = clock.instant();
    return notices.stream()
        .filter(notice -> notice.to().account().username().equals(username))
        .filter(notice -> now.isBefore(notice.end()))
        .toList();
  }

  /** A push message or an e-mail: this mock has no other device to send it to. */
  record Notice(User to, String bindingMessage, URI link, Instant end) {}

  /** The shortest and the longest a client may ask for. */
  static boolean isLife(Duration span) {
    return span.compareTo(Duration.ofSeconds(1)) >= 0 && span.compareTo(Duration.ofDays(3)) <= 0;
  }
}
