package io.bearergate.benchmarks.jmh;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Cases that JMH runs in one go: a benchmark and the values of its parameters, every combination.
 */
record Lane(String benchmark, SignatureProvider provider, Map<String, List<String>> parameters) {

  private static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256", "EdDSA");

  /** What is repeated round by round. */
  static List<Lane> ofRounds() {
    return Stream.of(
            ALGORITHMS.stream().map(Lane::everybody),
            ALGORITHMS.stream().map(algorithm -> ratio(algorithm, SignatureProvider.ACCP)),
            ALGORITHMS.stream().map(algorithm -> ratio(algorithm, SignatureProvider.CONSCRYPT)),
            Stream.of(jdk("OneRequest"), jdk("BoundRequest"), jdk("OpaqueToken"), jdk("Refusal")))
        .flatMap(lanes -> lanes)
        .toList();
  }

  /** A request with a bound token, and what it is compared with. */
  static List<Lane> ofBound() {
    return List.of(jdk("OneRequest"), jdk("BoundRequest"));
  }

  /** What is drawn. */
  static List<Lane> ofCurves() {
    return List.of(
        jdk("ByKeys"),
        jdk("ByIssuers"),
        jdk("ByRules"),
        new Lane("ByTokens", SignatureProvider.ACCP, Map.of()));
  }

  /** All of it, with the ends of the curves alone: for a run that only looks whether it works. */
  static List<Lane> ofCheck() {
    return Stream.concat(
            ofRounds().stream(),
            Stream.of(
                new Lane("ByKeys", SignatureProvider.JDK, Map.of("keys", List.of("1", "500"))),
                new Lane(
                    "ByIssuers", SignatureProvider.JDK, Map.of("issuers", List.of("1", "100"))),
                new Lane("ByRules", SignatureProvider.JDK, Map.of("rules", List.of("1", "1000"))),
                new Lane(
                    "ByTokens", SignatureProvider.ACCP, Map.of("tokens", List.of("1", "100")))))
        .toList();
  }

  private static Lane jdk(String benchmark) {
    return new Lane(benchmark, SignatureProvider.JDK, Map.of());
  }

  private static Lane everybody(String algorithm) {
    List<String> contenders =
        Stream.of(Contenders.values())
            .filter(contender -> contender.verifies(algorithm))
            .map(Contenders::name)
            .toList();
    return unseen(algorithm, contenders, SignatureProvider.JDK);
  }

  private static Lane ratio(String algorithm, SignatureProvider provider) {
    return unseen(
        algorithm, List.of(Contenders.RAW.name(), Contenders.BEARERGATE.name()), provider);
  }

  private static Lane unseen(
      String algorithm, List<String> contenders, SignatureProvider provider) {
    return new Lane(
        "UnseenToken",
        provider,
        Map.of(
            "algorithm",
            List.of(algorithm),
            "contender",
            contenders,
            "provider",
            List.of(provider.name())));
  }
}
