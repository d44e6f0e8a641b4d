package io.bearergate.token;

import io.bearergate.event.GateListener;
import io.bearergate.keys.JwkSource;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.JwksRules;
import io.bearergate.keys.JwsAlgorithm;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The product's default rules for tokens, save for how many verified ones are kept. */
final class TestRules {

  private TestRules() {}

  /** The keys of its issuers, by the defaults. */
  static JwkSources sources() {
    JwksRules rules =
        new JwksRules(
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            512 * 1024);
    return new JwkSources(rules, GateListener.NONE, System::nanoTime);
  }

  /** An issuer of tokens for {@code api}. */
  static Issuer issuer(String identifier, JwkSource keys) {
    return new Issuer(identifier, tokensFor("api"), keys);
  }

  /** What the tokens of one issuer must be like, by the defaults. */
  static IssuerRules tokensFor(String audience) {
    return tokensFor(audience, Set.of());
  }

  static IssuerRules tokensFor(String audience, Set<Leniency> leniencies) {
    return new IssuerRules(
        Audience.of(Set.of(audience)),
        EnumSet.allOf(JwsAlgorithm.class),
        false,
        false,
        List.of(),
        Set.of(),
        Optional.empty(),
        TestClaims.names(),
        Set.of(),
        leniencies);
  }

  static TokenRules keeping(int tokens, int bytes) {
    return new TokenRules(
        Duration.ofSeconds(30),
        16 * 1024,
        Optional.empty(),
        true,
        new TokenRules.Kept(tokens, bytes));
  }
}
