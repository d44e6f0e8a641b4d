package io.bearergate.token;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom we believe: who is listed and, where there is a resolver, whom it vouches for.
 *
 * @param listed by the exact {@code iss}; nobody is asked about these
 */
record Believed(Map<String, Standing.Known> listed, Optional<Tenants> tenants) {

  private static final Standing UNKNOWN = new Standing.Unknown();

  Believed {
    listed = Map.copyOf(listed);
  }

  static Believed of(List<Issuer> issuers, Optional<Tenants> tenants, Duration leeway) {
    Map<String, Standing.Known> listed = new HashMap<>();
    for (Issuer issuer : issuers) {
      Standing.Known known = new Standing.Known(Trusted.by(issuer, leeway));
      for (String name : namesOf(issuer)) {
        if (listed.put(name, known) != null) {
          throw new IllegalArgumentException("An issuer is named twice: " + name);
        }
      }
    }
    return new Believed(listed, tenants);
  }

  private static List<String> namesOf(Issuer issuer) {
    String identifier = issuer.identifier();
    boolean shorter =
        issuer.rules().leniencies().contains(Leniency.ISSUER_WITHOUT_SCHEME)
            && identifier.startsWith(Leniency.SCHEME);
    return shorter
        ? List.of(identifier, identifier.substring(Leniency.SCHEME.length()))
        : List.of(identifier);
  }

  /** How it stands with whom a token names as its issuer; nothing of the token is verified yet. */
  Standing of(String issuer) {
    Standing known = listed.get(issuer);
    if (known != null) {
      return known;
    }
    return tenants.isPresent() ? tenants.get().find(issuer) : UNKNOWN;
  }
}
