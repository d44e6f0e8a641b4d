package io.bearergate.jakarta.spring;

import io.bearergate.config.ConfigSource;
import io.bearergate.config.Setting;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What Spring's environment says under {@code bearergate.}, in Spring's order. The process's own
 * environment and system properties are left out: they have names of ours and are read as
 * everywhere. Spring's relaxed names are none of ours; they are handed on as they stand, and found
 * to be no settings.
 */
record SpringSettings(Map<String, String> values, Map<String, String> places)
    implements ConfigSource {

  static final String PREFIX = "bearergate.";

  private static final String FILE = "application.properties";
  private static final Pattern OURS =
      Pattern.compile("bearer[-_]?gate(?:[._\\[].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_NAME = Pattern.compile("\\[([^\\]]+)]");
  private static final Pattern PLACEHOLDER_OF_OURS = Pattern.compile("\\$\\{(?:env|sys)\\.");

  SpringSettings {
    values = Map.copyOf(values);
    places = Map.copyOf(places);
  }

  static SpringSettings of(ConfigurableEnvironment environment) {
    Map<String, String> values = new TreeMap<>();
    Map<String, String> places = new TreeMap<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      IndexedLists.joined(texts(source))
          .forEach(
              (key, text) -> {
                if (values.putIfAbsent(key, filledIn(text, environment)) == null) {
                  places.put(key, place(source));
                }
              });
    }
    return new SpringSettings(values, places);
  }

  /** What one source says, by bare key; by the whole name where that does not begin as it must. */
  private static Map<String, String> texts(PropertySource<?> source) {
    Map<String, String> texts = new TreeMap<>();
    names(source)
        .forEach(
            name -> {
              Object value = source.getProperty(name);
              if (value != null) {
                texts.put(
                    name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name,
                    value.toString());
              }
            });
    return texts;
  }

  private static Stream<String> names(PropertySource<?> source) {
    if (isReadOtherwise(source)) {
      return Stream.empty();
    }
    return source instanceof EnumerablePropertySource<?> listed
        ? Arrays.stream(listed.getPropertyNames()).filter(name -> OURS.matcher(name).matches())
        : Arrays.stream(Setting.values()).map(Setting::propertyName);
  }

  private static boolean isReadOtherwise(PropertySource<?> source) {
    return source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
        || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
        || ConfigurationPropertySources.isAttachedConfigurationPropertySource(source);
  }

  /**
   * Spring fills in its placeholders and leaves what it does not know. It would take the default of
   * {@code ${env.NAME:default}} whatever the environment says, so such a text is left to us.
   */
  private static String filledIn(String text, ConfigurableEnvironment environment) {
    if (PLACEHOLDER_OF_OURS.matcher(text).find()) {
      return text;
    }
    try {
      return environment.resolvePlaceholders(text);
    } catch (IllegalArgumentException e) {
      return text; // one that leads back to itself: no placeholder of ours, so refused
    }
  }

  /** The file alone, where Spring wraps its name; no user information of an address. */
  private static String place(PropertySource<?> source) {
    Matcher file = FILE_NAME.matcher(source.getName());
    String place = file.find() ? file.group(1) : source.getName();
    return place.replaceAll("//[^/]*@", "//") + " (Spring)";
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public String name() {
    return FILE + " (Spring)";
  }

  @Override
  public String placeOf(String key) {
    return places.getOrDefault(key, name());
  }

  @Override
  public String lookedIn(String key) {
    return PREFIX + key + " in " + name();
  }

  /** No secret in a log by accident. */
  @Override
  public String toString() {
    return name();
  }
}
