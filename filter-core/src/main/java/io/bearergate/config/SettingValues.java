package io.bearergate.config;

import io.bearergate.policy.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the most binding source says of each setting. For one thread. */
final class SettingValues {

  /**
   * What belongs to another setting. Another issuer's keys would vouch for tokens of this one;
   * whether plain tokens are taken is for whoever has the keys to say.
   */
  private static final Map<Setting, Setting> BELONGING =
      Map.of(
          Setting.METADATA_URI, Setting.ISSUER,
          Setting.JWKS_URI, Setting.ISSUER,
          Setting.JWKS, Setting.ISSUER,
          Setting.ENCRYPTED_TOKENS, Setting.DECRYPTION_KEYS);

  private static final Set<Setting> NOT_FOR_ALL =
      Set.of(
          Setting.ISSUER,
          Setting.AUDIENCE,
          Setting.RULES,
          Setting.ALGORITHMS,
          Setting.METADATA_URI,
          Setting.JWKS_URI,
          Setting.JWKS,
          Setting.TYP,
          Setting.ID_TOKENS,
          Setting.CLIENTS,
          Setting.REQUIRED_CLAIMS,
          Setting.DPOP,
          Setting.DPOP_ALGORITHMS,
          Setting.PUBLIC_URL,
          Setting.MTLS,
          Setting.TRUST_STORE, // another's would vouch for a false issuer
          Setting.DECRYPTION_KEYS,
          Setting.ENCRYPTED_TOKENS);

  private final ConfigSources sources;
  private final List<ConfigSource> inOrder;
  private final Placeholders placeholders;
  private final ConfigProblems problems;
  private final Map<Setting, Optional<SettingValue>> asked = new TreeMap<>();

  SettingValues(ConfigSources sources, ConfigProblems problems) {
    this.sources = sources;
    this.inOrder = sources.inOrder(problems);
    this.placeholders = new Placeholders(sources.surroundings());
    this.problems = problems;
  }

  /** The value to go by; empty too when it is a problem already. */
  Optional<SettingValue> of(Setting setting) {
    return asked.computeIfAbsent(setting, this::mostBinding);
  }

  /** Whether any source says something, good or bad. */
  boolean isSet(Setting setting) {
    return source(setting).isPresent();
  }

  /** The places where a value of {@code setting} may stand. */
  List<String> placesFor(Setting setting) {
    return inOrder.stream()
        .map(source -> source.lookedIn(setting.key()))
        .filter(place -> !place.isEmpty())
        .toList();
  }

  /** Finds unknown keys, settings of later versions, and values for all that replace one's own. */
  void check() {
    inOrder.forEach(this::checkKeys);
    for (Setting setting : Setting.values()) {
      of(setting).ifPresent(this::checkAvailable);
    }
    NOT_FOR_ALL.forEach(setting -> of(setting).ifPresent(this::checkReplacesNone));
  }

  private Optional<ConfigSource> source(Setting setting) {
    return inOrder.stream().filter(s -> s.values().containsKey(setting.key())).findFirst();
  }

  private Optional<SettingValue> mostBinding(Setting setting) {
    return source(setting).flatMap(source -> filledIn(setting, source));
  }

  private Optional<SettingValue> filledIn(Setting setting, ConfigSource source) {
    SettingValue raw = raw(setting, source);
    try {
      SettingValue value = new SettingValue(setting, placeholders.fill(raw.text()).strip(), source);
      if (!value.text().isEmpty()) {
        return Optional.of(value);
      }
      problems.add(setting, "(" + raw.place() + ") is blank. Give it a value or leave it out.");
    } catch (IllegalArgumentException e) {
      problems.add(setting, raw.quoted() + " " + e.getMessage());
    }
    return Optional.empty();
  }

  private static SettingValue raw(Setting setting, ConfigSource source) {
    return new SettingValue(setting, source.values().getOrDefault(setting.key(), ""), source);
  }

  private void checkKeys(ConfigSource source) {
    source.values().keySet().stream()
        .filter(key -> Setting.of(key).isEmpty())
        .sorted()
        .forEach(key -> problems.add(key, "(" + source.placeOf(key) + ") " + unknown(key)));
  }

  private static String unknown(String key) {
    if (key.matches("issuers[.-].*")) {
      return "is not available in this version yet. Write issuer, with commas between several.";
    }
    return NearestName.to(key.toLowerCase(Locale.ROOT), Setting.keys())
        .map(name -> "is not a setting. Did you mean " + name + "?")
        .orElse("is not a setting. Remove it, or see docs/settings.md for those there are.");
  }

  private void checkAvailable(SettingValue value) {
    Setting setting = value.setting();
    if (!setting.isAvailable(value.text())) {
      String instead =
          setting.harmlessValues().isEmpty()
              ? "Leave it out."
              : "Write " + String.join(" or ", setting.harmlessValues()) + ", or leave it out.";
      problems.add(setting, value.quoted() + " is not available in this version yet. " + instead);
    }
  }

  private void checkReplacesNone(SettingValue value) {
    if (!(value.source() instanceof SharedValues shared) || !shared.scope().isEmpty()) {
      return;
    }
    declared(value.setting())
        .map(source -> raw(value.setting(), source))
        .filter(own -> !filledOrRaw(own.text()).equals(value.text()))
        .forEach(own -> problems.add(value.setting(), replaced(value, own, shared.names())));
    Optional.ofNullable(BELONGING.get(value.setting()))
        .ifPresent(owner -> checkStandsBeside(owner, value));
  }

  /** What the application itself says of {@code setting}. */
  private Stream<ConfigSource> declared(Setting setting) {
    return inOrder.stream()
        .filter(sources::isDeclared)
        .filter(source -> source.values().containsKey(setting.key()));
  }

  private void checkStandsBeside(Setting owner, SettingValue value) {
    boolean ownersOwn = source(owner).filter(sources::isDeclared).isPresent();
    boolean loosens = !value.text().equals(value.setting().defaultText());
    if (ownersOwn && loosens && declared(value.setting()).findAny().isEmpty()) {
      problems.add(
          value.setting(),
          "%s is for every filter of this JVM, while %s is this application's own. Write it beside that one."
              .formatted(value.quoted(), owner.key()));
    }
  }

  private String replaced(SettingValue value, SettingValue own, SharedNames names) {
    String scope = sources.scope(names);
    String instead =
        scope.isEmpty()
            ? "Remove one of them."
            : "For this filter alone, write "
                + names.shown(scope, value.setting().key())
                + "; else remove one of them.";
    return "%s is for every filter of this JVM and would replace %s. %s"
        .formatted(value.quoted(), own.quoted(), instead);
  }

  private String filledOrRaw(String text) {
    try {
      return placeholders.fill(text).strip();
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
