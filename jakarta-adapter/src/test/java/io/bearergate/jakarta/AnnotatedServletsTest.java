package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which servlet a dispatch goes to, and what where the server does not tell. */
@SuppressWarnings("serial")
class AnnotatedServletsTest {

  @RequiresScope("notes")
  private static final class Notes extends HttpServlet {}

  private static final class Plain extends HttpServlet {}

  @Open
  @RequiresScope("notes")
  private static final class Contradictory extends HttpServlet {}

  private final Map<String, ServletRegistration> registered = new HashMap<>();

  private static <T> T answering(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            AnnotatedServletsTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }

  private void register(String name, @Nullable String className) {
    registered.put(
        name,
        answering(
            ServletRegistration.class,
            method ->
                switch (method) {
                  case "getName" -> name;
                  case "getClassName" -> className;
                  default -> List.of("/" + name);
                }));
  }

  private void register(Class<?> servlet) {
    register(servlet.getSimpleName(), servlet.getName());
  }

  private AnnotatedServlets read() {
    return AnnotatedServlets.of(
        (ServletContext)
            Proxy.newProxyInstance(
                AnnotatedServletsTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getServletRegistrations" -> registered;
                      case "getServletRegistration" -> registered.get((String) arguments[0]);
                      default -> null;
                    }),
        new FilterReach("api", Set.of("/*"), Set.of()));
  }

  private static HttpServletMapping mapping(String servletName) {
    return answering(HttpServletMapping.class, method -> servletName);
  }

  private static HttpServletRequest to(@Nullable String servletName) {
    return answering(
        HttpServletRequest.class,
        method ->
            switch (method) {
              case "getDispatcherType" -> DispatcherType.REQUEST;
              case "getHttpServletMapping" -> servletName == null ? null : mapping(servletName);
              default -> "GET";
            });
  }

  private static HttpServletRequest including(String including, String included) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            AnnotatedServletsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getDispatcherType" -> DispatcherType.INCLUDE;
                  case "getHttpServletMapping" -> mapping(including);
                  case "getAttribute" ->
                      arguments[0].equals(RequestDispatcher.INCLUDE_MAPPING)
                          ? mapping(included)
                          : null;
                  default -> "GET";
                });
  }

  @Test
  void asksWhatTheServletOfTheMappingAsks() {
    register(Notes.class);
    register(Plain.class);
    AnnotatedServlets servlets = read();

    assertThat(servlets.askedOf(to("Notes")).text()).isEqualTo("scope notes");
    assertThat(servlets.askedOf(to("Plain")).asksNothing()).isTrue();
  }

  @Test
  void asksWhatTheIncludedServletAsks() {
    register(Notes.class);
    register(Plain.class);
    AnnotatedServlets servlets = read();

    assertThat(servlets.askedOf(including("Plain", "Notes")).text()).isEqualTo("scope notes");
    assertThat(servlets.askedOf(including("Notes", "Plain")).asksNothing()).isTrue();
  }

  /** As a server may. */
  private static HttpServletRequest telling(String first, DispatcherType dispatch, String path) {
    return answering(
        HttpServletRequest.class,
        method ->
            switch (method) {
              case "getDispatcherType" -> dispatch;
              case "getHttpServletMapping" -> mapping(first);
              case "getServletPath" -> path;
              case "getMethod" -> "GET";
              default -> null;
            });
  }

  @Test
  void asksWhatTheServletOfThePathAsksWhereTheServerTellsOfTheFirst() {
    register(Notes.class);
    register(Plain.class);
    AnnotatedServlets servlets = read();

    for (DispatcherType dispatch : List.of(DispatcherType.ASYNC, DispatcherType.ERROR)) {
      assertThat(servlets.askedOf(telling("Plain", dispatch, "/Notes")).text())
          .isEqualTo("scope notes");
      assertThat(servlets.askedOf(telling("Plain", dispatch, "/Plain")).asksNothing()).isTrue();
      assertThat(servlets.askedOf(telling("Notes", dispatch, "/Notes")).text())
          .isEqualTo("scope notes");
    }
  }

  @Test
  void readsServletsThatAreRegisteredLater() {
    AnnotatedServlets servlets = read();

    register(Notes.class);
    register(Plain.class);

    assertThat(servlets.askedOf(to("Notes")).text()).isEqualTo("scope notes");
    assertThat(servlets.askedOf(to("Plain")).asksNothing()).isTrue();
  }

  @Test
  void refusesAllOfALaterServletThatContradictsItself() {
    AnnotatedServlets servlets = read();

    register(Contradictory.class);

    assertThat(servlets.askedOf(to("Contradictory")).text()).isEqualTo("deny");
  }

  @Test
  void startsWithNoServletThatContradictsItself() {
    register(Contradictory.class);

    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Bearergate cannot start: servlet \"Contradictory\"");
  }

  @Test
  void refusesWhereTheServerDoesNotTellTheServletAndOneAsks() {
    register(Notes.class);
    AnnotatedServlets servlets = read();

    assertThat(servlets.askedOf(to(null)).text()).isEqualTo("deny");
    assertThat(servlets.askedOf(to("")).text()).isEqualTo("deny");
  }

  @Test
  void asksNothingWhereTheServerDoesNotTellTheServletAndNoneAsks() {
    register(Plain.class);
    AnnotatedServlets servlets = read();

    assertThat(servlets.askedOf(to(null)).asksNothing()).isTrue();
    assertThat(servlets.askedOf(to("")).asksNothing()).isTrue();
  }

  @Test
  void refusesAllOfAServletWhoseClassIsMissing() {
    register("lost", "com.example.Lost");

    assertThat(read().askedOf(to("lost")).text()).isEqualTo("deny");
  }

  @Test
  void asksNothingOfWhatIsTheServersOwn() {
    register(Notes.class);
    register("jsp", "org.apache.jasper.servlet.JspServlet");
    AnnotatedServlets servlets = read();

    assertThat(servlets.askedOf(to("default")).asksNothing()).isTrue();
    assertThat(servlets.askedOf(to("jsp")).asksNothing()).isTrue();
  }

  /** The log warns of it. */
  @Test
  void asksNothingOfAServletWhoseClassTheServerDoesNotTell() {
    register("untold", null);

    assertThat(read().askedOf(to("untold")).asksNothing()).isTrue();
  }
}
