package io.bearergate.keys;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The accelerators' jars, which are kept off the class path of the tests. */
final class TestAccelerators {

  static final String CORRETTO = "test.corretto";
  static final String CONSCRYPT = "test.conscrypt";

  /** Loaded once: native code is loaded for each class loader anew. */
  private static final Accelerators OF_CORRETTO = tested(CORRETTO);

  private static final Accelerators OF_CONSCRYPT = tested(CONSCRYPT);

  private TestAccelerators() {}

  static Accelerators corretto() {
    return OF_CORRETTO;
  }

  static Accelerators conscrypt() {
    return OF_CONSCRYPT;
  }

  /** Each way of verifying that the vectors are put to: by the JVM alone, and by each of them. */
  static List<SignatureProviders> all() {
    return Stream.of(Accelerators.NONE, OF_CORRETTO, OF_CONSCRYPT)
        .map(SignatureProviders::new)
        .toList();
  }

  static AcceleratorSearch search(String... jars) {
    return new AcceleratorSearch(loader(jars));
  }

  private static Accelerators tested(String jar) {
    return search(jar).tested();
  }

  static ClassLoader loader(String... jars) {
    URL[] urls = Stream.of(jars).map(TestAccelerators::url).toArray(URL[]::new);
    return new URLClassLoader(urls, TestAccelerators.class.getClassLoader());
  }

  private static URL url(String property) {
    try {
      return Path.of(System.getProperty(property)).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
