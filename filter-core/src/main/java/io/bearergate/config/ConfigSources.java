package io.bearergate.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may say something about one filter: the environment, the system properties, what
 * the application declares, {@code bearergate.properties}, and the {@code keycloak.json} that any
 * of them names, in the order in which they count. Immutable.
 */
public final class ConfigSources {

  private static final String FILE = "bearergate.properties";

  private final Optional<String> filterName;
  private final ClassLoader application;
  private final Function<String, @Nullable InputStream> files;
  private final Surroundings surroundings;
  private final List<ConfigSource> declared;

  private ConfigSources(
      Optional<String> filterName,
      ClassLoader application,
      Function<String, @Nullable InputStream> files,
      Surroundings surroundings,
      List<ConfigSource> declared) {
    this.filterName = filterName;
    this.application = application;
    this.files = files;
    this.surroundings = surroundings;
    this.declared = List.copyOf(declared);
  }

  /**
   * The sources for a filter.
   *
   * @param filterName as declared; {@code BEARERGATE_<FILTERNAME>_…} and {@code
   *     bearergate.<filtername>.…} are for it alone; empty: no such names
   * @param application loads {@code bearergate.properties} and {@code classpath:} resources
   * @param declared what the application itself says, the most binding first: init-params, then
   *     annotation members
   */
  public static ConfigSources of(
      String filterName, ClassLoader application, ConfigSource... declared) {
    return of(filterName, application, Surroundings.ofThisProcess(), declared);
  }

  static ConfigSources of(
      String filterName,
      ClassLoader application,
      Surroundings surroundings,
      ConfigSource... declared) {
    return new ConfigSources(
        Optional.of(filterName), application, path -> null, surroundings, List.of(declared));
  }

  /**
   * The same, with the files of a web application at hand for {@code keycloak-json}.
   *
   * @param files opens one by its path, as in {@code /WEB-INF/keycloak.json}; null where there is
   *     none
   */
  public ConfigSources withFiles(Function<String, @Nullable InputStream> files) {
    return new ConfigSources(filterName, application, files, surroundings, declared);
  }

  /** {@code declared} alone: nothing outside overrides it or adds to it. */
  static ConfigSources only(ConfigSource declared) {
    ClassLoader application = ConfigSources.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return new ConfigSources(
        Optional.empty(),
        context != null ? context : application,
        path -> null,
        Surroundings.ofThisProcess(),
        List.of(declared));
  }

  /** The same, and placeholders can be filled in by nothing. */
  static ConfigSources literally(ConfigSource declared, ClassLoader application) {
    Surroundings none = new Surroundings(Map.of(), Map.of());
    return new ConfigSources(Optional.empty(), application, path -> null, none, List.of(declared));
  }

  ClassLoader application() {
    return application;
  }

  Function<String, @Nullable InputStream> files() {
    return files;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /**
   * Whether the application itself says so, for this filter alone. By identity: once a record's
   * {@code equals} is called, JDK 17 holds the record's class loader for good.
   */
  boolean isDeclared(ConfigSource source) {
    ConfigSource named = source instanceof KeycloakJson json ? json.named() : source;
    return declared.stream().anyMatch(own -> own == named);
  }

  /** All of them, the most binding first. */
  List<ConfigSource> inOrder(ConfigProblems problems) {
    List<ConfigSource> sources = new ArrayList<>(inOurNames(problems));
    KeycloakJson.namedIn(sources, this, problems).ifPresent(sources::add);
    return sources;
  }

  private List<ConfigSource> inOurNames(ConfigProblems problems) {
    if (filterName.isEmpty()) {
      return declared;
    }
    List<ConfigSource> sources = new ArrayList<>();
    for (SharedNames names : SharedNames.values()) {
      sources.add(SharedValues.forThisFilter(names, scope(names), shared(names)));
    }
    for (SharedNames names : SharedNames.values()) {
      sources.add(SharedValues.forEveryFilter(names, scope(names), shared(names)));
    }
    sources.addAll(declared);
    sources.add(file(problems));
    return sources;
  }

  /** What may be a mistyped name and may be meant for another filter of this JVM. */
  List<String> strangeNames() {
    if (filterName.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(SharedNames.values())
        .flatMap(
            names -> SharedValues.perhapsForAnother(names, scope(names), shared(names)).stream())
        .toList();
  }

  String scope(SharedNames names) {
    return filterName.filter(name -> !name.isEmpty()).map(names::scopeOf).orElse("");
  }

  private Map<String, String> shared(SharedNames names) {
    return names == SharedNames.ENVIRONMENT
        ? surroundings.environment()
        : surroundings.properties();
  }

  private ConfigSource file(ConfigProblems problems) {
    Properties properties = new Properties();
    try (InputStream bytes = application.getResourceAsStream(FILE)) {
      if (bytes != null) {
        properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      problems.add(FILE, "cannot be read as a properties file in UTF-8.");
    }
    return ConfigSource.of(FILE, Surroundings.texts(properties));
  }
}
