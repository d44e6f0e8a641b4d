package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A client that asks for tokens again and again until the user has decided on another device (RFC
 * 8628 §3.5, CIBA Core §11). Every wait begins with the last answer.
 */
final class Polling {

  private static final Duration STEP = Duration.ofSeconds(5);

  private final TokenCalls calls;
  private final Trip trip;
  private final Terms terms;
  private Duration interval;
  private int polls;

  Polling(TokenCalls calls, Trip trip, Terms terms) {
    this.calls = calls;
    this.trip = trip;
    this.terms = terms;
    this.interval = terms.interval();
  }

  /**
   * What the server has said about it.
   *
   * @param end when the request expires
   * @param notice what an onlooker is told is being waited for
   */
  record Terms(AuthorizationGrant grant, Duration interval, Instant end, Supplier<String> notice) {}

  /** Asks once. The onlooker is told before, since the user may not be waiting in vain. */
  Optional<Tokens> ask() {
    CheckFailed.unless(
        trip.landscape().clock().instant().isBefore(terms.end()), "poll", "nobody has decided");
    polls++;
    tell();
    trip.landscape().surroundings().waiting().accept(interval);
    try {
      return outcome(calls.attempt(terms.grant()));
    } catch (UncheckedIOException e) {
      interval = interval.multipliedBy(2); // RFC 8628 §3.5: back off
      return Optional.empty();
    }
  }

  /** Asks until there are tokens, or never will be. */
  Tokens askOn() {
    Optional<Tokens> tokens = ask();
    while (tokens.isEmpty()) {
      tokens = ask();
    }
    return tokens.get();
  }

  private void tell() {
    trip.landscape()
        .surroundings()
        .onlooker()
        .accept(
            "waiting: %s (poll %d in %d s)"
                .formatted(terms.notice().get(), polls, interval.toSeconds()));
  }

  private Optional<Tokens> outcome(TokenResponse response) {
    if (response.indicatesSuccess()) {
      return Optional.of(TokenCalls.checked(response.toSuccessResponse().getTokens()));
    }
    String error = codeIn(response.toErrorResponse());
    if (error.equals("slow_down")) {
      interval = interval.plus(STEP);
      return Optional.empty();
    }
    if (error.equals("authorization_pending")) {
      return Optional.empty();
    }
    throw CheckFailed.byError("poll", error);
  }

  private static String codeIn(TokenErrorResponse response) {
    return Optional.ofNullable(response.getErrorObject())
        .map(error -> String.valueOf(error.getCode()))
        .orElse("no error code");
  }
}
