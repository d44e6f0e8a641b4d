package io.bearergate.config;

import io.bearergate.policy.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the most binding source says of each setting: of the plain ones, or of those of one named
 * issuer. For one thread.
 */
final class SettingValues {

  private final ConfigSources sources;
  private final List<ConfigSource> inOrder;
  private final Placeholders placeholders;
  private final ConfigProblems problems;
  private final String prefix;
  private final Optional<ConfigSource> preset;
  private final Map<Setting, Optional<SettingValue>> asked = new TreeMap<>();

  /** The plain ones. */
  SettingValues(ConfigSources sources, ConfigProblems problems) {
    this(sources, sources.inOrder(problems), problems, "", Optional.empty());
  }

  private SettingValues(
      ConfigSources sources,
      List<ConfigSource> inOrder,
      ConfigProblems problems,
      String prefix,
      Optional<ConfigSource> preset) {
    this.sources = sources;
    this.inOrder = inOrder;
    this.placeholders = new Placeholders(sources.surroundings());
    this.problems = problems;
    this.prefix = prefix;
    this.preset = preset;
  }

  /** The names of all issuers that have one, in alphabetical order. */
  List<String> blocks() {
    return inOrder.stream()
        .flatMap(source -> source.values().keySet().stream())
        .flatMap(key -> BlockKey.of(key).stream())
        .map(BlockKey::block)
        .distinct()
        .sorted()
        .toList();
  }

  /** Those of one named issuer. */
  SettingValues ofBlock(String name) {
    return new SettingValues(sources, inOrder, problems, BlockKey.prefix(name), Optional.empty());
  }

  /** The same, and {@code bundle} where no source says anything. */
  SettingValues with(ConfigSource bundle) {
    return new SettingValues(sources, inOrder, problems, prefix, Optional.of(bundle));
  }

  /** What the preset says, whatever the sources say. */
  SettingValues presetAlone() {
    return new SettingValues(sources, preset.stream().toList(), problems, prefix, preset);
  }

  /** What {@code setting} is called here. */
  String key(Setting setting) {
    return prefix + setting.key();
  }

  /** The value to go by; empty too when it is a problem already. */
  Optional<SettingValue> of(Setting setting) {
    return asked.computeIfAbsent(setting, this::mostBinding);
  }

  /** Whether any source says something, good or bad. */
  boolean isSet(Setting setting) {
    return source(setting).isPresent();
  }

  /** The same of a setting that all issuers have in common. */
  boolean isSetForAll(Setting setting) {
    return inOrder.stream().anyMatch(source -> source.values().containsKey(setting.key()));
  }

  /** The first source that says something, good or bad. */
  Optional<ConfigSource> source(Setting setting) {
    return Stream.concat(inOrder.stream(), preset.stream())
        .filter(source -> source.values().containsKey(key(setting)))
        .findFirst();
  }

  /** A Keycloak adapter's file, if one is named and can be read. */
  Optional<KeycloakJson> keycloakJson() {
    return inOrder.stream()
        .filter(KeycloakJson.class::isInstance)
        .map(KeycloakJson.class::cast)
        .findFirst();
  }

  /** What the application itself says of {@code setting}, placeholders and all. */
  List<SettingValue> declared(Setting setting) {
    return inOrder.stream()
        .filter(sources::isDeclared)
        .filter(source -> source.values().containsKey(key(setting)))
        .map(source -> raw(setting, source))
        .toList();
  }

  /** Whether {@code declared} says the same as {@code value}. */
  boolean isSame(SettingValue declared, SettingValue value) {
    try {
      return placeholders.fill(declared.text()).strip().equals(value.text());
    } catch (IllegalArgumentException e) {
      return declared.text().equals(value.text());
    }
  }

  /** The places where a value of {@code setting} may stand. */
  List<String> placesFor(Setting setting) {
    return inOrder.stream()
        .map(source -> source.lookedIn(key(setting)))
        .filter(place -> !place.isEmpty())
        .toList();
  }

  /** Finds unknown keys, values that are blank or unresolved, and those that replace one's own. */
  void check() {
    inOrder.forEach(this::checkKeys);
    Arrays.stream(Setting.values()).forEach(this::of);
    new ValuesForAll(sources, this, problems).check();
  }

  private Optional<SettingValue> mostBinding(Setting setting) {
    return source(setting).flatMap(source -> filledIn(setting, source));
  }

  private Optional<SettingValue> filledIn(Setting setting, ConfigSource source) {
    SettingValue raw = raw(setting, source);
    try {
      String text = placeholders.fill(raw.text()).strip();
      if (!text.isEmpty()) {
        return Optional.of(new SettingValue(raw.key(), setting, text, source));
      }
      problems.add(raw.key(), "(" + raw.place() + ") is blank. Give it a value or leave it out.");
    } catch (IllegalArgumentException e) {
      problems.add(raw.key(), raw.quoted() + " " + e.getMessage());
    }
    return Optional.empty();
  }

  private SettingValue raw(Setting setting, ConfigSource source) {
    String key = key(setting);
    return new SettingValue(key, setting, source.values().getOrDefault(key, ""), source);
  }

  private void checkKeys(ConfigSource source) {
    source.values().keySet().stream()
        .filter(key -> Setting.of(key).isEmpty() && BlockKey.of(key).isEmpty())
        .sorted()
        .forEach(key -> problems.add(key, "(" + source.placeOf(key) + ") " + unknown(key)));
  }

  private static String unknown(String key) {
    if (BlockKey.isMeantBy(key)) {
      return BlockKey.unknown(key);
    }
    return NearestName.to(key.toLowerCase(Locale.ROOT), Setting.keys())
        .map(name -> "is not a setting. Did you mean " + name + "?")
        .orElse("is not a setting. Remove it, or see docs/settings.md for those there are.");
  }
}
