package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.device.UserCode;
import io.bearergate.sample.issuer.PendingAuthorization.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Devices that wait to be connected: the device finds its request by the device code, its user by
 * the user code, as long as it is open. Thread-safe.
 */
final class DeviceRequests {

  static final Duration LIFE = Duration.ofMinutes(15);

  private final Handles<PendingAuthorization> byDeviceCode;
  private final Map<Digest, PendingAuthorization> byUserCode = new ConcurrentHashMap<>();
  private final InstantSource clock;

  DeviceRequests(InstantSource clock) {
    this.byDeviceCode = new Handles<>("bgd_", Lifetimes.PENDING_KEPT, clock);
    this.clock = clock;
  }

  /** The two codes of one request. */
  record Codes(String deviceCode, UserCode userCode) {}

  Handles<PendingAuthorization> byDeviceCode() {
    return byDeviceCode;
  }

  Codes open(Client client, Access access) {
    Instant now = clock.instant();
    byUserCode.values().removeIf(request -> !request.isOpen(now));
    while (true) {
      UserCode code = new UserCode();
      Wanted wanted =
          new Wanted(client, access, Optional.empty(), List.of("Code: " + code.getValue()));
      PendingAuthorization request = new PendingAuthorization(wanted, now.plus(LIFE));
      if (byUserCode.putIfAbsent(Digest.of(plain(code.getValue())), request) == null) {
        return new Codes(byDeviceCode.keep(request), code);
      }
    }
  }

  /** The open request of this code, however the user writes it. */
  Optional<PendingAuthorization> findOpen(String userCode) {
    return Optional.ofNullable(byUserCode.get(Digest.of(plain(userCode))))
        .filter(request -> request.isOpen(clock.instant()));
  }

  /** Neither case nor what stands between the letters counts (RFC 8628 §6.1). */
  private static String plain(String userCode) {
    return userCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
