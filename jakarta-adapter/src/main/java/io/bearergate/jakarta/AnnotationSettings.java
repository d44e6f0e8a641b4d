package io.bearergate.jakarta;

import io.bearergate.config.ConfigSource;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of the one class with {@link ProtectedApi}, handed on in the application. */
final class AnnotationSettings {

  private static final String ATTRIBUTE = AnnotationSettings.class.getName();

  private AnnotationSettings() {}

  /**
   * What the annotation says.
   *
   * @param types what the server reports: null or empty where it looked for nothing, and classes
   *     that are merely related to one with the annotation
   * @throws ServletException if two classes have it, or one says a setting twice
   */
  static Optional<ConfigSource> among(@Nullable Set<Class<?>> types) throws ServletException {
    List<Class<?>> annotated =
        (types == null ? Set.<Class<?>>of() : types)
            .stream()
                .filter(type -> type.getDeclaredAnnotation(ProtectedApi.class) != null)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    if (annotated.size() > 1) {
      List<String> names = annotated.stream().map(Class::getName).toList();
      throw new ServletException(
          "Bearergate cannot start: @ProtectedApi stands on " + names + ". Keep one of them.");
    }
    return annotated.isEmpty() ? Optional.empty() : Optional.of(source(annotated.get(0)));
  }

  private static ConfigSource source(Class<?> type) throws ServletException {
    String name = "@ProtectedApi on " + type.getName();
    ProtectedApi said = type.getDeclaredAnnotation(ProtectedApi.class);
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "issuer", String.join(",", said.issuer()), said.issuer().length > 0);
    put(values, "audience", String.join(",", said.audience()), said.audience().length > 0);
    put(values, "rules", String.join("\n", said.rules()), said.rules().length > 0);
    put(values, "algorithms", String.join(",", said.algorithms()), said.algorithms().length > 0);
    put(values, "realm", said.realm(), !said.realm().isEmpty());
    put(values, "preset", said.preset(), !said.preset().isEmpty());
    for (String setting : said.settings()) {
      String[] parts = setting.split("=", 2);
      String key = parts[0].strip();
      if (values.put(key, parts.length > 1 ? parts[1] : "") != null) {
        throw new ServletException(
            "Bearergate cannot start: " + name + " says " + key + " twice. Keep one of them.");
      }
    }
    return ConfigSource.of(name, values);
  }

  private static void put(Map<String, String> values, String key, String text, boolean said) {
    if (said) {
      values.put(key, text);
    }
  }

  /** Keeps them for the application's filter, which is started later. */
  static void hand(ServletContext application, ConfigSource settings) {
    application.setAttribute(ATTRIBUTE, settings);
  }

  /** What was kept. */
  static Optional<ConfigSource> of(ServletContext application) {
    return application.getAttribute(ATTRIBUTE) instanceof ConfigSource settings
        ? Optional.of(settings)
        : Optional.empty();
  }
}
