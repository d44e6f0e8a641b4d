package io.bearergate.keys;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Provider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the accelerators that we know, the fastest first, by the names of their classes: the
 * one way that both offer, and it starts no other provider that may lie on the class path.
 *
 * @param loader where they may be
 * @param classNames theirs
 */
record AcceleratorSearch(ClassLoader loader, List<String> classNames) {

  private static final Logger LOG = System.getLogger("io.bearergate.keys");

  private static final List<String> KNOWN =
      List.of(
          "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider",
          "org.conscrypt.OpenSSLProvider");

  AcceleratorSearch(ClassLoader loader) {
    this(loader, KNOWN);
  }

  /** Whether any is there; loads nothing. */
  boolean isPromising() {
    return classNames.stream().anyMatch(this::isThere);
  }

  private boolean isThere(String className) {
    return loader.getResource(className.replace('.', '/').concat(".class")) != null;
  }

  /** Those that pass the self-test, each for what it passes it in. Loads and runs native code. */
  Accelerators tested() {
    Map<JwsAlgorithm, Provider> passed = new EnumMap<>(JwsAlgorithm.class);
    for (String className : classNames) {
      if (isThere(className)) {
        addTested(className, passed);
      }
    }
    return new Accelerators(passed);
  }

  private void addTested(String className, Map<JwsAlgorithm, Provider> passed) {
    try {
      Class<?> found = Class.forName(className, true, loader);
      Provider provider = (Provider) found.getConstructor().newInstance();
      Map<JwsAlgorithm, Provider> given = new EnumMap<>(JwsAlgorithm.class);
      for (KnownAnswer answer : KnownAnswer.all()) {
        if (answer.isGivenBy(provider)) {
          given.put(answer.algorithm(), provider);
        }
      }
      if (given.isEmpty()) {
        refuse(className, "it passes no self-test");
      }
      given.forEach(passed::putIfAbsent);
    } catch (Throwable e) { // whatever native code comes to: the JVM's providers need none of it
      refuse(className, e.getClass().getName());
    }
  }

  private static void refuse(String className, String cause) {
    LOG.log(Level.WARNING, "{0} does not verify signatures: {1}", className, cause);
  }
}
