package io.bearergate.config;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.policy.NearestName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A list of JWS algorithms, held against what this JVM can verify. */
enum AlgorithmsText {
  OF_ISSUERS("no key of an issuer's set can vouch for it. Let the issuer sign with RS256, say."),
  OF_HOLDERS("a proof is signed with a key that its holder alone has. Write ES256, say.");

  private final String whyAsymmetric;

  AlgorithmsText(String whyAsymmetric) {
    this.whyAsymmetric = whyAsymmetric;
  }

  /** In the order they are written. */
  Set<JwsAlgorithm> parse(String text) {
    Set<JwsAlgorithm> algorithms = new LinkedHashSet<>();
    ListText.words(text).forEach(name -> algorithms.add(algorithm(name)));
    return algorithms;
  }

  private JwsAlgorithm algorithm(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith("HS") || upper.equals("NONE")) {
      throw new IllegalArgumentException(
          "names " + name + ", which is never accepted: " + whyAsymmetric);
    }
    JwsAlgorithm algorithm =
        JwsAlgorithm.named(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    if (!algorithm.isSupported()) {
      throw new IllegalArgumentException("names " + name + ", which this JVM cannot verify.");
    }
    return algorithm;
  }

  private static String unknown(String name) {
    List<String> names = Arrays.stream(JwsAlgorithm.values()).map(Enum::name).toList();
    String nearest =
        names.stream()
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .or(() -> NearestName.to(name, names))
            .map(meant -> "Did you mean " + meant + "?")
            .orElse("Write some of " + String.join(", ", names) + ".");
    return "names " + name + ", which is no JWS algorithm. " + nearest;
  }
}
