package io.bearergate.config;

import io.bearergate.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code keycloak.json} of a Keycloak adapter says, as settings of ours. Immutable.
 *
 * @param named the source in which {@code keycloak-json} stands
 * @param values settings by their keys
 * @param members what a setting is called in the file, by its key
 * @param hints what to write for a setting that is missing, by its key
 * @param unneeded why other members say nothing to us, for the start log
 * @param lost what the adapter did and nobody does now, for level WARNING
 */
record KeycloakJson(
    ConfigSource named,
    Map<String, String> values,
    Map<String, String> members,
    Map<String, String> hints,
    List<String> unneeded,
    List<String> lost)
    implements ConfigSource {

  static final String NAME = "keycloak.json";

  private static final String KEY = Setting.KEYCLOAK_JSON.key();

  KeycloakJson {
    values = Map.copyOf(values);
    members = Map.copyOf(members);
    hints = Map.copyOf(hints);
    unneeded = List.copyOf(unneeded);
    lost = List.copyOf(lost);
  }

  /**
   * The one that the first of {@code above} names which names any; empty too when it is a problem.
   *
   * @param above all other sources, the most binding first
   */
  static Optional<KeycloakJson> namedIn(
      List<ConfigSource> above, ConfigSources sources, ConfigProblems problems) {
    Placeholders placeholders = new Placeholders(sources.surroundings());
    return above.stream()
        .filter(source -> source.values().containsKey(KEY))
        .findFirst()
        .flatMap(source -> place(source, placeholders))
        .flatMap(
            place ->
                read(place, sources, problems)
                    .map(json -> new KeycloakReader(json, placeholders, problems))
                    .map(reader -> reader.read(place.source(), namesAnIssuer(above))));
  }

  /** Empty where it cannot be filled in, which is told when all settings are looked at. */
  private static Optional<SettingValue> place(ConfigSource source, Placeholders placeholders) {
    try {
      String text = placeholders.fill(source.values().getOrDefault(KEY, "")).strip();
      return Optional.of(new SettingValue(KEY, Setting.KEYCLOAK_JSON, text, source))
          .filter(value -> !value.text().isEmpty());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Object>> read(
      SettingValue place, ConfigSources sources, ConfigProblems problems) {
    try {
      byte[] text =
          PlacedFile.read(
              place.text(),
              sources.application(),
              sources.files(),
              "classpath:NAME or /WEB-INF/keycloak.json");
      Optional<Map<String, Object>> json = JsonReader.readObject(text);
      if (json.isEmpty()) {
        problems.add(
            KEY,
            place.quoted()
                + " is not one JSON object in UTF-8. Leave out comments, last commas and members"
                + " said twice.");
      }
      return json;
    } catch (IllegalArgumentException e) {
      problems.add(KEY, place.quoted() + " " + e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean namesAnIssuer(List<ConfigSource> above) {
    return above.stream().anyMatch(source -> source.values().containsKey(Setting.ISSUER.key()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String placeOf(String key) {
    String member = members.get(key);
    return member == null ? NAME : NAME + ", " + member;
  }

  @Override
  public String lookedIn(String key) {
    return placeOf(key) + hints.getOrDefault(key, "");
  }

  /** No secret in a log by accident. */
  @Override
  public String toString() {
    return NAME;
  }
}
