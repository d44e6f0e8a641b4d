package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token that passed every check, and what that rested on: whose it is, and which generation of
 * keys verified it. Immutable.
 */
record VerifiedToken(AccessToken token, Claims claims, Trusted trusted, Signed signed) {

  /** How the signature was found good. */
  record Signed(@Nullable String keyId, JwsAlgorithm algorithm, long generation) {}

  /** This object and what it refers to beside the claims, with its place in the table. */
  private static final int BYTES_BESIDE_CLAIMS = 900;

  private static final int BYTES_OF_MEMBER = 48;
  private static final int BYTES_OF_OBJECT = 72;

  /** The issuer's keys as they are now. */
  KeyLookup keysNow() {
    return trusted.keysFor(signed.keyId(), signed.algorithm());
  }

  /** Whether {@code keys} are those that verified it. */
  boolean restsOn(KeyLookup keys) {
    return keys instanceof KeyLookup.Found found && found.generation() == signed.generation();
  }

  /** Why it no longer is in its time, or not yet; null when it is. */
  @Nullable Rejection objection(Instant now) {
    return trusted.objectionInTime(claims, now);
  }

  /** The memory that keeping it takes, by estimate on the safe side. */
  int bytes() {
    return BYTES_BESIDE_CLAIMS + bytesOf(claims.all());
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
      for (Object element : elements) {
        bytes += Long.BYTES + bytesOf(element);
      }
    }
    return bytes;
  }
}
