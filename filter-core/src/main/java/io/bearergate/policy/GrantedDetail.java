package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import io.bearergate.token.ClaimPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of {@code authorization_details} of this type (RFC 9396), and of this action if one is
 * named. What the entry says of the operation itself is for the application to compare.
 */
record GrantedDetail(String type, Optional<String> action) implements Demand {

  /**
   * Reads {@code TYPE} or {@code TYPE.action}, quoted where a name holds dots.
   *
   * @throws IllegalArgumentException if {@code text} is neither
   */
  static GrantedDetail parse(String text) {
    List<String> names = names(text);
    if (names.size() > 2) {
      throw new IllegalArgumentException(
          "\"" + text + "\" has more than one dot. Quote what holds dots: \"a.b\".read");
    }
    return new GrantedDetail(names.get(0), names.stream().skip(1).findFirst());
  }

  private static List<String> names(String text) {
    try {
      return ClaimPath.parse(text).names();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not TYPE or TYPE.action", e);
    }
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    boolean granted =
        token.authorizationDetails(type).stream()
            .anyMatch(detail -> action.isEmpty() || detail.actions().contains(action.get()));
    return granted
        ? Optional.empty()
        : Optional.of(
            Rejection.of(
                Reason.MISSING_AUTHORIZATION_DETAILS,
                "no authorization_details of the rule's type and action for this API"));
  }
}
