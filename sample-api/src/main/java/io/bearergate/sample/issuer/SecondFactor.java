package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks one-time passwords: each is good once, and they cannot be found by trying. Thread-safe.
 */
final class SecondFactor {

  private static final int MOST_TRIES = 10;
  private static final Duration REFILL = Duration.ofMinutes(6);

  private final Map<String, Long> lastSteps = new ConcurrentHashMap<>();
  private final TryBudget tries;
  private final InstantSource clock;

  SecondFactor(InstantSource clock) {
    this.tries = new TryBudget(MOST_TRIES, REFILL, clock);
    this.clock = clock;
  }

  /**
   * Uses up {@code password}.
   *
   * @throws GeneralException if it is not right, or not any more, or there have been too many
   */
  void require(User user, String password) throws GeneralException {
    if (!tries.spend(user.subject())) {
      throw Refusal.tooMany(PasswordCheck.TOO_MANY_ATTEMPTS, tries.refill());
    }
    Totp totp = user.account().extras().otp().orElseThrow();
    OptionalLong step = totp.stepOf(password, clock.instant());
    if (step.isEmpty() || !isFirstUse(user, step.getAsLong())) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
    tries.giveBack(user.subject());
  }

  /** Later than every one used before; of two at the same time, one is. */
  private boolean isFirstUse(User user, long step) {
    Long[] before = new Long[1];
    lastSteps.compute(
        user.subject(),
        (subject, last) -> {
          before[0] = last;
          return last == null ? step : Math.max(last, step);
        });
    return before[0] == null || before[0] < step;
  }
}
