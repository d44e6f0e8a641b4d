package io.bearergate.token;

import io.bearergate.keys.DecryptionKeys;
import java.time.Duration;
import java.util.Optional;

/**
 * What a token must be like, whoever issued it.
 *
 * @param leeway for {@code exp}, {@code nbf} and {@code iat}; between zero and 5 minutes
 * @param maxTokenBytes longest credential that is read, in characters of the header
 * @param decryptionKeys ours, for encrypted tokens; without, these are refused
 * @param plainTokensAccepted whether tokens that are not encrypted are taken; true without keys
 * @param kept how many verified tokens are remembered
 */
public record TokenRules(
    Duration leeway,
    int maxTokenBytes,
    Optional<DecryptionKeys> decryptionKeys,
    boolean plainTokensAccepted,
    Kept kept) {

  /**
   * Bounds of what is remembered of verified tokens; the lower one holds, and zero for either
   * remembers none.
   *
   * @param tokens how many
   * @param bytes how much memory, by estimate
   */
  public record Kept(int tokens, int bytes) {
    /** Every token is verified anew. */
    public static final Kept NONE = new Kept(0, 0);

    public Kept {
      if (tokens < 0 || bytes < 0) {
        throw new IllegalArgumentException("Bounds are no less than zero");
      }
    }

    boolean isNothing() {
      return tokens == 0 || bytes == 0;
    }
  }

  public TokenRules {
    if (leeway.isNegative() || leeway.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("The leeway is between 0s and 5m");
    }
    if (decryptionKeys.isEmpty() && !plainTokensAccepted) {
      throw new IllegalArgumentException("Encrypted tokens alone cannot be taken without keys");
    }
    if (maxTokenBytes < 1) {
      throw new IllegalArgumentException("The longest token has at least one byte");
    }
  }
}
