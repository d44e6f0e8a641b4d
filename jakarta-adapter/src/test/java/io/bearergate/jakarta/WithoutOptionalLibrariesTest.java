package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An application of servlets needs neither Jakarta Annotations nor JAX-RS. */
class WithoutOptionalLibrariesTest {

  @RequiresScope("a")
  @SuppressWarnings("serial")
  static final class Annotated extends HttpServlet {}

  @RequiresScope("a")
  @SuppressWarnings("serial")
  static final class Lost extends HttpServlet {
    @Override
    @RolesAllowed("r")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
  }

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

  private static Object read(Class<?> servlet) throws ReflectiveOperationException {
    ClassLoader server = new PlainServer();
    Class<?> demands = server.loadClass(ServletDemands.class.getName());
    Method of = demands.getDeclaredMethod("of", Class.class);
    Method text = demands.getDeclaredMethod("text");
    of.setAccessible(true);
    text.setAccessible(true);
    return text.invoke(of.invoke(null, server.loadClass(servlet.getName())));
  }

  @Test
  void readsTheAnnotationsThatAreThere() throws ReflectiveOperationException {
    assertThat(read(Annotated.class)).isEqualTo("scope a");
  }

  /** The JVM leaves out what it cannot load, so that the servlet would be open to all. */
  @Test
  void takesNoServletWhoseAnnotationIsLost() {
    assertThatThrownBy(() -> read(Lost.class))
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(Lost.class.getName())
        .hasMessageContaining("Add jakarta.annotation-api");
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
