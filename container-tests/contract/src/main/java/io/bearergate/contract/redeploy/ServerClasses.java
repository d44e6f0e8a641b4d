package io.bearergate.contract.redeploy;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web application sees of its server: the class path of the tests without the filter and its
 * libraries, which it must find in its own {@code WEB-INF/lib}. No resource of the server's either.
 */
public final class ServerClasses extends ClassLoader {

  private static final List<String> HIDDEN =
      List.of("io.bearergate.", "com.nimbusds.", "com.github.benmanes.");

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
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }
}
