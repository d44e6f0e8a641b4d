package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Whether a user is who a client says, by the password. Of a fault nobody is told which it was. */
final class PasswordCheck {

  static final String TOO_MANY_ATTEMPTS = "too_many_attempts";

  private static final int MOST_FAILURES = 10;
  private static final Duration LOCK = Duration.ofMinutes(15);

  private final Registry registry;
  private final ErrorProfile errors;
  private final Throttle failures;

  PasswordCheck(Registry registry, ErrorProfile errors, InstantSource clock) {
    this.registry = registry;
    this.errors = errors;
    this.failures = new Throttle(MOST_FAILURES, LOCK, clock);
  }

  /**
   * What a client says of its user.
   *
   * @param address where the user sits
   */
  record Claim(String realm, String identifier, String password, String address) {

    @Override
    public String toString() {
      return "Claim[…]";
    }
  }

  User require(Claim claim) throws GeneralException {
    Optional<User> named = registry.userCalled(claim.identifier(), claim.realm());
    String who = named.map(User::subject).orElse(claim.identifier()) + " at " + claim.address();
    if (!failures.admits(who)) {
      throw Refusal.tooMany(TOO_MANY_ATTEMPTS, failures.lock());
    }
    User user =
        Registry.withPassword(named, claim.password())
            .orElseThrow(() -> new GeneralException(errors.wrongPassword()));
    failures.giveBack(who);
    if (user.account().extras().passwordLeaked()) {
      throw new GeneralException(
          new ErrorObject("password_leaked", null, HTTPResponse.SC_UNAUTHORIZED));
    }
    return user;
  }
}
