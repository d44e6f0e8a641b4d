package io.bearergate.jakarta;

import io.bearergate.policy.Requirement;
import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import java.util.List;

/**
 * What annotations ask of a request, besides the rule of its path. Immutable.
 *
 * @param requirement open where they ask nothing
 * @param text the same in the words of a rule, for the log
 */
record Asked(Requirement requirement, String text) {

  static final Asked NOTHING = new Asked(new Requirement.Open(), "nothing");

  /** A good token, whatever it grants. */
  static final Asked TOKEN = new Asked(new Requirement.Token(false, List.of()), "token");

  /**
   * @param cause a fixed phrase for our log
   */
  static Asked denied(String cause) {
    return new Asked(new Requirement.Refused(Rejection.of(Reason.DENIED, cause)), "deny");
  }

  boolean asksNothing() {
    return requirement instanceof Requirement.Open;
  }

  /** Both. */
  Asked and(Asked other) {
    if (asksNothing() || other.asksNothing()) {
      return asksNothing() ? other : this;
    }
    return new Asked(requirement.and(other.requirement), text + ", " + other.text);
  }
}
