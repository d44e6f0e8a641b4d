package io.bearergate.keys;

import java.time.Duration;
import java.util.List;

/** What became of asking an issuer's keys for one: exactly one of three. */
public sealed interface KeyLookup {

  /**
   * Keys that may have signed.
   *
   * @param keys one or more that fit; at most {@value #MOST_KEYS} are offered for one token
   * @param generation which set they came from; it changes whenever the issuer's set does
   */
  record Found(List<VerificationKey> keys, long generation) implements KeyLookup {
    public Found {
      keys = List.copyOf(keys);
    }
  }

  /** A good set has no such key: the token is at fault (401). */
  record Unknown() implements KeyLookup {}

  /** There is no set to judge by: we are at fault (503). */
  record Unavailable(Duration retryAfter) implements KeyLookup {}

  /** How many keys one token may make us try. */
  int MOST_KEYS = 4;
}
