package io.bearergate.token;

import io.bearergate.keys.KeyLocation;
import java.time.Duration;
import java.util.Map;

/**
 * How issuers are found at run time. Immutable.
 *
 * @param finder whom to ask
 * @param most how many are kept at a time; the one used longest ago goes first
 * @param lifetime how long an answer counts, from when it was asked for
 */
public record TenantRules(Finder finder, int most, Duration lifetime) {

  /** Knows the issuers of this application. Thread-safe; may be slow, and may throw. */
  public interface Finder {
    /**
     * What is known of an issuer.
     *
     * @param issuer an {@code iss} that nothing vouches for: anybody may have made it up
     */
    Answer find(String issuer);
  }

  /** What a finder says: exactly one of three. */
  public sealed interface Answer {
    /**
     * It is one of ours, its tokens must be like this, and its keys are there.
     *
     * @param said all that makes {@code rules} and {@code keys}, as text: two answers with the same
     *     are the same. To compare records instead would hold our class loader for good on JDK 17
     */
    record Vouched(IssuerRules rules, KeyLocation keys, Map<String, String> said)
        implements Answer {
      public Vouched {
        said = Map.copyOf(said);
      }
    }

    /** It is none of ours. */
    record Nobody() implements Answer {}

    /**
     * It is one of ours, but cannot be used as it is set up.
     *
     * @param problem for the log; no secret in it
     */
    record Unfit(String problem) implements Answer {}
  }
}
