package io.bearergate.token;

import io.bearergate.keys.DecryptionKeys;
import io.bearergate.keys.JwsAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a token must be like, whoever issued it.
 *
 * @param algorithms the allow-list; never empty
 * @param strictType whether only {@code at+jwt} with all of RFC 9068 §2.2 will do; otherwise {@code
 *     JWT} and no {@code typ} will too
 * @param idTokensAccepted a visible danger: ID tokens pass as access tokens
 * @param leeway for {@code exp}, {@code nbf} and {@code iat}; between zero and 5 minutes
 * @param maxTokenBytes longest credential that is read, in characters of the header
 * @param requiredClaims what every token must carry besides
 * @param clients allow-list of {@code azp} or {@code client_id}; empty: any
 * @param maxTokenAge longest accepted {@code exp - iat}; a token without {@code iat} is refused
 *     then
 * @param claimNames which claims hold what
 * @param decryptionKeys ours, for encrypted tokens; without, these are refused
 * @param plainTokensAccepted whether tokens that are not encrypted are taken; true without keys
 * @param kept how many verified tokens are remembered
 */
public record TokenRules(
    Set<JwsAlgorithm> algorithms,
    boolean strictType,
    boolean idTokensAccepted,
    Duration leeway,
    int maxTokenBytes,
    List<RequiredClaim> requiredClaims,
    Set<String> clients,
    Optional<Duration> maxTokenAge,
    ClaimNames claimNames,
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
    algorithms = Set.copyOf(algorithms);
    requiredClaims = List.copyOf(requiredClaims);
    clients = Set.copyOf(clients);
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("At least one algorithm must be allowed");
    }
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
