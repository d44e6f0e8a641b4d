package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An application of servlets needs neither Jakarta Annotations nor JAX-RS. */
class WithoutOptionalLibrariesTest {

  @RequiresScope("a")
  @RolesAllowed("r")
  @SuppressWarnings("serial")
  static final class Annotated extends HttpServlet {}

  /** Ours anew, in a world without those. */
  private static final class PlainServer extends ClassLoader {
    PlainServer() {
      super(WithoutOptionalLibrariesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.annotation.") || name.startsWith("jakarta.ws.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.bearergate.jakarta.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] octets = Objects.requireNonNull(in).readAllBytes();
        return defineClass(name, octets, 0, octets.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void readsTheAnnotationsThatAreThere() throws ReflectiveOperationException {
    ClassLoader server = new PlainServer();
    Class<?> demands = server.loadClass(ServletDemands.class.getName());
    Method of = demands.getDeclaredMethod("of", Class.class);
    Method text = demands.getDeclaredMethod("text");
    of.setAccessible(true);
    text.setAccessible(true);

    Object read = of.invoke(null, server.loadClass(Annotated.class.getName()));

    assertThat(text.invoke(read)).isEqualTo("scope a");
  }

  @Test
  void makesTheFilter() throws ReflectiveOperationException {
    Object filter =
        Class.forName(BearergateFilter.class.getName(), true, new PlainServer())
            .getConstructor()
            .newInstance();

    assertThat(filter).isNotNull();
  }

  /** Were it there after all, the tests above would show nothing. */
  @Test
  void lacksThem() {
    assertThatThrownBy(() -> new PlainServer().loadClass(RolesAllowed.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(
            () -> Class.forName(BearergateFeature.class.getName(), true, new PlainServer()))
        .isInstanceOf(NoClassDefFoundError.class);
  }
}
