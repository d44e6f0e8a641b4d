package io.bearergate.keys;

import java.security.Provider;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The providers of native code that verify in place of the JVM's, by algorithm. Immutable; a change
 * makes another one, told apart by identity.
 */
final class Accelerators {

  static final Accelerators NONE = new Accelerators(Map.of());

  private final Map<JwsAlgorithm, Provider> byAlgorithm;
  private final Set<Provider> providers;

  Accelerators(Map<JwsAlgorithm, Provider> byAlgorithm) {
    Map<JwsAlgorithm, Provider> copy = new EnumMap<>(JwsAlgorithm.class);
    copy.putAll(byAlgorithm);
    this.byAlgorithm = Collections.unmodifiableMap(copy);
    this.providers = byIdentity();
    this.providers.addAll(copy.values());
  }

  /** A provider equals another by its whole content, which is neither quick nor meant. */
  private static Set<Provider> byIdentity() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  Map<JwsAlgorithm, Provider> byAlgorithm() {
    return byAlgorithm;
  }

  boolean areNone() {
    return byAlgorithm.isEmpty();
  }

  /** Whether this very provider is among them: another of its class may be the JVM's. */
  boolean include(Provider provider) {
    return providers.contains(provider);
  }

  Accelerators without(Provider failed) {
    Map<JwsAlgorithm, Provider> left = new EnumMap<>(JwsAlgorithm.class);
    left.putAll(byAlgorithm);
    Set<Provider> gone = byIdentity();
    gone.add(failed);
    left.values().removeIf(gone::contains);
    return new Accelerators(left);
  }

  /** Which of them verifies what, for the log at start. */
  String describe() {
    Map<Provider, String> algorithms = new LinkedHashMap<>();
    byAlgorithm.forEach(
        (algorithm, provider) ->
            algorithms.merge(provider, algorithm.name(), (a, b) -> a + " " + b));
    StringBuilder text = new StringBuilder("Signatures are verified by ");
    algorithms.forEach(
        (provider, names) -> text.append(named(provider)).append(" (").append(names).append("), "));
    return text.append(algorithms.isEmpty() ? "the JVM's providers" : "the rest by the JVM's")
        .toString();
  }

  static String named(Provider provider) {
    return provider.getName() + " " + provider.getVersionStr();
  }
}
