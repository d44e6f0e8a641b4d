package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings({"serial", "UnusedMethod", "UnusedVariable"})
class ServletDemandsTest {

  @RequiresScope("notes")
  static class Notes extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    @RequiresPermission("write")
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    @PermitAll
    protected void doPut(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    @DenyAll
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {}
  }

  static final class Derived extends Notes {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {}
  }

  static final class ReadScoped extends HttpServlet {
    @Override
    @RequiresScope("read")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {}
  }

  static final class Plain extends HttpServlet {}

  @RequiresRole("all")
  static final class OwnService extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {}
  }

  static final class ServiceBesideMethod extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    @RequiresRole("a")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
  }

  static final class PublicServiceBesideMethod extends HttpServlet {
    @Override
    public void service(ServletRequest request, ServletResponse response) {}

    @Override
    @RequiresRole("a")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
  }

  static final class NoHttpServlet extends GenericServlet {
    @Override
    public void service(ServletRequest request, ServletResponse response) {}

    @RequiresRole("a")
    void doGet(HttpServletRequest request, HttpServletResponse response) {}
  }

  static final class OtherMethod extends HttpServlet {
    @RequiresRole("a")
    void list() {}
  }

  static final class OtherParameters extends HttpServlet {
    @RequiresRole("a")
    void doGet(String what) {}
  }

  private static String asked(Class<?> servlet, String method) {
    return ServletDemands.of(servlet).asked(method).text();
  }

  @Test
  void asksByTheMethodBeforeTheClass() {
    assertThat(asked(Notes.class, "GET")).isEqualTo("scope notes");
    assertThat(asked(Notes.class, "POST")).isEqualTo("permission write");
    assertThat(asked(Notes.class, "PUT")).isEqualTo("nothing");
    assertThat(asked(Notes.class, "DELETE")).isEqualTo("deny");
  }

  @Test
  void asksByTheClassForMethodsItDoesNotKnow() {
    assertThat(asked(Notes.class, "get")).isEqualTo("scope notes");
    assertThat(asked(Notes.class, "PROPFIND")).isEqualTo("scope notes");
  }

  @Test
  void keepsWhatASubclassOverrides() {
    assertThat(asked(Derived.class, "POST")).isEqualTo("permission write");
    assertThat(asked(Derived.class, "GET")).isEqualTo("scope notes");
  }

  @Test
  void asksForHeadWhatItAsksForGet() {
    assertThat(asked(ReadScoped.class, "HEAD")).isEqualTo("scope read");
    assertThat(asked(ReadScoped.class, "POST")).isEqualTo("nothing");
  }

  @Test
  void asksNothingWithoutAnnotations() {
    assertThat(ServletDemands.of(Plain.class).asksNothing()).isTrue();
    assertThat(ServletDemands.of(ReadScoped.class).asksNothing()).isFalse();
  }

  @Test
  void asksByTheClassOfAServletThatServesByItself() {
    assertThat(asked(OwnService.class, "GET")).isEqualTo("role all");
  }

  @Test
  void tellsAllOfItInOneLine() {
    assertThat(ServletDemands.of(Notes.class).text())
        .isEqualTo("scope notes; DELETE deny; POST permission write; PUT nothing");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ServiceBesideMethod.class,
        PublicServiceBesideMethod.class,
        NoHttpServlet.class,
        OtherMethod.class,
        OtherParameters.class
      })
  void refusesAnnotationsOnMethodsThatNobodyWouldAskBefore(Class<?> servlet) {
    assertThatThrownBy(() -> ServletDemands.of(servlet))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of no effect")
        .hasMessageContaining("to the class");
  }
}
