package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps browsers from finding a user code by trying (RFC 8628 §5.1). Thread-safe. */
final class UserCodeGuesses {

  private static final int MOST = 5;
  private static final Duration LOCK = Duration.ofSeconds(60);

  private final Throttle bySession;
  private final Throttle byAddress;

  UserCodeGuesses(InstantSource clock) {
    this.bySession = new Throttle(MOST, LOCK, clock);
    this.byAddress = new Throttle(MOST, LOCK, clock);
  }

  Duration lock() {
    return LOCK;
  }

  /** Whether this browser may try one now; it counts as wrong until it is given back. */
  boolean admit(String session, HTTPRequest request) {
    return bySession.admits(session) && byAddress.admits(address(request));
  }

  void giveBack(String session, HTTPRequest request) {
    bySession.giveBack(session);
    byAddress.giveBack(address(request));
  }

  private static String address(HTTPRequest request) {
    return Optional.ofNullable(request.getClientIPAddress()).orElse("unknown");
  }
}
