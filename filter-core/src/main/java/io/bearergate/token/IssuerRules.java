package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the tokens of one issuer must be like. Immutable.
 *
 * @param audience whom they must be for
 * @param algorithms the allow-list; never empty
 * @param strictType whether only {@code at+jwt} with all of RFC 9068 §2.2 will do; otherwise {@code
 *     JWT} and no {@code typ} will too
 * @param idTokensAccepted a visible danger: ID tokens pass as access tokens
 * @param requiredClaims what every token must carry besides
 * @param clients allow-list of whom its tokens may have been issued to; empty: any
 * @param maxTokenAge longest accepted {@code exp - iat}; a token without {@code iat} is refused
 *     then
 * @param claimNames which claims hold what
 * @param mistakes what typically goes wrong with its tokens: told to the log when it does
 * @param leniencies what of its own is let pass, which nobody else is granted
 */
public record IssuerRules(
    Audience audience,
    Set<JwsAlgorithm> algorithms,
    boolean strictType,
    boolean idTokensAccepted,
    List<RequiredClaim> requiredClaims,
    Set<String> clients,
    Optional<Duration> maxTokenAge,
    ClaimNames claimNames,
    Set<Mistake> mistakes,
    Set<Leniency> leniencies) {
  public IssuerRules {
    algorithms = Set.copyOf(algorithms);
    requiredClaims = List.copyOf(requiredClaims);
    clients = Set.copyOf(clients);
    mistakes = Set.copyOf(mistakes);
    leniencies = Set.copyOf(leniencies);
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("At least one algorithm must be allowed");
    }
  }
}
