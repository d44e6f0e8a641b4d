package io.bearergate.contract.redeploy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObject;
import io.bearergate.Gate;
import io.bearergate.jakarta.BearergateFilter;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web application sees of its server: the class path of the tests without the filter and its
 * libraries, which it must find in its own {@code WEB-INF/lib}, classes and resources alike.
 */
public final class ServerClasses extends ClassLoader {

  private static final List<String> HIDDEN =
      List.of(
          "io.bearergate.",
          "com.nimbusds.",
          "com.github.benmanes.",
          // What a server may have, and these have not.
          "jakarta.enterprise.",
          "jakarta.inject.",
          "jakarta.security.enterprise.",
          "org.eclipse.microprofile.");

  /** Jars and folders that are none of the server's. */
  static final List<Class<?>> ONE_OF_EACH_JAR =
      List.of(BearergateFilter.class, Gate.class, JOSEObject.class, Caffeine.class);

  /** The parent of an application's class loader. */
  public ServerClasses() {
    super("server", ServerClasses.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (HIDDEN.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name + " is not of the server");
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public @Nullable URL getResource(String name) {
    try {
      return Collections.list(getResources(name)).stream().findFirst().orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return Collections.enumeration(
        Collections.list(super.getResources(name)).stream().filter(url -> !isHidden(url)).toList());
  }

  private static boolean isHidden(URL resource) {
    return ONE_OF_EACH_JAR.stream()
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .anyMatch(jar -> resource.getPath().contains(jar));
  }
}
