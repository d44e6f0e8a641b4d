package io.bearergate.jakarta;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the annotations of one servlet ask. Immutable.
 *
 * @param whole of every request, save those of {@code methods}
 * @param methods what is asked by HTTP method, where {@code doGet} and its like have annotations
 */
record ServletDemands(Asked whole, Map<String, Asked> methods) {

  static final ServletDemands NOTHING = new ServletDemands(Asked.NOTHING, Map.of());

  private static final Class<?>[] REQUEST_AND_RESPONSE = {
    HttpServletRequest.class, HttpServletResponse.class
  };
  private static final Map<String, String> HTTP_METHODS =
      Stream.of("Get", "Head", "Post", "Put", "Patch", "Delete", "Options", "Trace")
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> "do" + name, name -> name.toUpperCase(Locale.ROOT)));

  ServletDemands {
    methods = Map.copyOf(methods);
  }

  /** Nobody gets through. */
  static ServletDemands denied(String cause) {
    return new ServletDemands(Asked.denied(cause), Map.of());
  }

  /**
   * Reads a servlet's annotations.
   *
   * @throws IllegalStateException if one could not have the effect that its author expects
   */
  static ServletDemands of(Class<?> type) {
    AnnotatedType annotated = AnnotatedType.of(type, HttpServlet.class, GenericServlet.class);
    annotated.types().forEach(ServletDemands::checkIsWhole);
    List<Method> methods = annotated.annotatedMethods();
    methods.forEach(ServletDemands::checkIsOfHttpServlet);
    if (!methods.isEmpty()) {
      checkDispatches(type, annotated);
    }
    return new ServletDemands(annotated.whole(), byMethod(annotated));
  }

  private static Map<String, Asked> byMethod(AnnotatedType annotated) {
    Map<String, Asked> methods = new LinkedHashMap<>();
    HTTP_METHODS.forEach(
        (name, method) ->
            annotated
                .ofMethod(name, REQUEST_AND_RESPONSE)
                .ifPresent(asked -> methods.put(method, asked)));
    if (methods.containsKey("GET")) {
      methods.putIfAbsent("HEAD", methods.get("GET")); // GET covers HEAD, as in a rule
    }
    return methods;
  }

  private static void checkIsWhole(Class<?> type) {
    if (StandardAnnotations.areLostFrom(type)) {
      throw new IllegalStateException(
          "@RolesAllowed or @DenyAll of "
              + type.getName()
              + " is of no effect, as jakarta.annotation.security is missing at run time. Add"
              + " jakarta.annotation-api to the application.");
    }
  }

  private static void checkIsOfHttpServlet(Method method) {
    if (!HTTP_METHODS.containsKey(method.getName())
        || !Arrays.equals(method.getParameterTypes(), REQUEST_AND_RESPONSE)) {
      throw new IllegalStateException(
          "an annotation on "
              + method
              + " is of no effect: of a servlet's methods only doGet, doPost and their like are"
              + " looked at. Move it to the class.");
    }
  }

  /** What calls {@code doGet} must be the one that all know. */
  private static void checkDispatches(Class<?> type, AnnotatedType annotated) {
    Optional<String> own =
        annotated
            .types()
            .filter(
                at ->
                    declares(at, HttpServletRequest.class, HttpServletResponse.class)
                        || declares(at, ServletRequest.class, ServletResponse.class))
            .map(Class::getName)
            .findFirst();
    if (own.isPresent() || !HttpServlet.class.isAssignableFrom(type)) {
      throw new IllegalStateException(
          "annotations on methods of "
              + type.getName()
              + " may be of no effect: "
              + own.map(name -> name + " has a service method of its own")
                  .orElse("it is no HttpServlet")
              + ". Move them to the class.");
    }
  }

  private static boolean declares(Class<?> type, Class<?> request, Class<?> response) {
    return !type.isInterface()
        && Stream.of(type.getDeclaredMethods())
            .filter(method -> method.getName().equals("service"))
            .anyMatch(
                method ->
                    Arrays.equals(method.getParameterTypes(), new Class<?>[] {request, response}));
  }

  /**
   * @param method as sent
   */
  Asked asked(String method) {
    return methods.getOrDefault(method, whole);
  }

  boolean asksNothing() {
    return whole.asksNothing() && methods.values().stream().allMatch(Asked::asksNothing);
  }

  /** For the log. */
  String text() {
    String others = whole.asksNothing() ? "" : whole.text();
    String own =
        new TreeMap<>(methods)
            .entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().text())
                .collect(Collectors.joining("; "));
    return others.isEmpty() || own.isEmpty() ? others + own : others + "; " + own;
  }
}
