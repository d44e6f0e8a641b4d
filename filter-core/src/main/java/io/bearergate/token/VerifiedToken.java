package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.token.VerificationResult.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that passed every check, and what that rested on: whose it is, and which generation of
 * keys verified it. Immutable.
 *
 * @param signed null where the issuer was asked instead
 */
record VerifiedToken(Accepted result, Trusted trusted, @Nullable Signed signed, Period period) {

  private static final KeyLookup NO_KEYS_NEEDED = new KeyLookup.Found(List.of(), 0);

  /** How the signature was found good. */
  record Signed(@Nullable String keyId, JwsAlgorithm algorithm, long generation) {}

  /** When {@code exp}, {@code nbf} and {@code iat} let it pass, leeway and all. */
  record Period(Instant from, Instant until) {
    static Period of(AccessToken token, Duration leeway) {
      Instant begin = token.notBefore().orElse(Instant.EPOCH);
      Instant issued = token.issuedAt().orElse(Instant.EPOCH);
      Instant from = begin.isAfter(issued) ? begin : issued;
      return new Period(from.minus(leeway), token.expiry().plus(leeway));
    }

    /** The same for what its issuer said, which counts for a while only, and never beyond exp. */
    static Period of(AccessToken token, Instant askedAt, Duration kept, Duration leeway) {
      Period all = of(token, leeway);
      Instant asked = askedAt.minus(leeway); // a clock that is set back must not make it longer
      Instant until = askedAt.plus(kept);
      return new Period(
          all.from.isAfter(asked) ? all.from : asked,
          until.isBefore(token.expiry()) ? until : token.expiry());
    }

    boolean includes(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }

  /** This object and what it refers to beside the claims, with its place in the table. */
  private static final int BYTES_BESIDE_CLAIMS = 900;

  /** Its entry in a map or set, and its share of the table. */
  private static final int BYTES_OF_MEMBER = 56;

  private static final int BYTES_OF_OBJECT = 72;

  /** Whether its issuer is believed as when it was verified. */
  boolean isOfBelieved() {
    return trusted.believed().getAsBoolean();
  }

  /** Whether it was verified here; else its issuer was asked, and may be again. */
  boolean isSigned() {
    return signed != null;
  }

  /** The issuer's keys as they are now. */
  KeyLookup keysNow() {
    return signed == null ? NO_KEYS_NEEDED : trusted.keysFor(signed.keyId(), signed.algorithm());
  }

  /** Whether {@code keys} are those that verified it. */
  boolean restsOn(KeyLookup keys) {
    return signed == null
        || (keys instanceof KeyLookup.Found found && found.generation() == signed.generation());
  }

  /** The memory that keeping it takes, by estimate on the safe side. */
  int bytes() {
    AccessToken token = result.token();
    return BYTES_BESIDE_CLAIMS
        + bytesOf(signed == null ? null : signed.keyId())
        + bytesOf(token.claims())
        + bytesOf(token.scopes()) // each word may be cut out of one claim
        + bytesOf(token.permissions())
        + bytesOf(token.roles());
  }

  private static int bytesOf(@Nullable Object json) {
    int bytes = BYTES_OF_OBJECT;
    if (json instanceof String text) {
      bytes += 2 * text.length();
    } else if (json instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        bytes += BYTES_OF_MEMBER + bytesOf(member.getKey()) + bytesOf(member.getValue());
      }
    } else if (json instanceof Collection<?> elements) {
      int place = json instanceof Set ? BYTES_OF_MEMBER : Long.BYTES;
      for (Object element : elements) {
        bytes += place + bytesOf(element);
      }
    }
    return bytes;
  }
}
