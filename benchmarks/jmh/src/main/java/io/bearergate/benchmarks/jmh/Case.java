package io.bearergate.benchmarks.jmh;

import java.util.Map;
import java.util.TreeMap;

/**
 * One thing measured.
 *
 * @param benchmark class and method, {@code UnseenToken.verify}
 * @param provider who does its signatures
 * @param parameters the rest of what tells it from others
 */
record Case(String benchmark, SignatureProvider provider, Map<String, String> parameters) {

  Case {
    parameters = Map.copyOf(parameters);
  }

  static Case unseen(String algorithm, Contenders contender, SignatureProvider provider) {
    return new Case(
        "UnseenToken.verify",
        provider,
        Map.of("algorithm", algorithm, "contender", contender.name(), "provider", provider.name()));
  }

  /** One of those whose parameter is the only one, with the JDK's signatures. */
  static Case jdk(String benchmark, String parameter, Object value) {
    return new Case(benchmark, SignatureProvider.JDK, Map.of(parameter, value.toString()));
  }

  @Override
  public String toString() {
    return benchmark + " " + new TreeMap<>(parameters).values() + " " + provider;
  }
}
