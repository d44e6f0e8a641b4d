package io.bearergate.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to log at the start. Immutable; no secret in it.
 *
 * @param settings a line for each setting that is not at its default: {@code key = value (source)},
 *     then for what a Keycloak adapter's file says in vain
 * @param warnings a line for each danger that somebody has chosen, for level WARNING
 */
public record StartReport(List<String> settings, List<String> warnings) {

  private static final String OWN_NONCES =
      "dpop-nonce-key is not set: DPoP nonces are made with a key of this start alone;"
          + " the nodes of a cluster need one for all";

  public StartReport {
    settings = List.copyOf(settings);
    warnings = List.copyOf(warnings);
  }

  /** Nothing but that everything is let through. */
  static StartReport ofDisabled(SettingValues plain, List<String> strangeNames) {
    List<String> warnings = new ArrayList<>();
    warn(warnings, plain, Setting.ENABLED, "false", "NOTHING IS PROTECTED");
    return new StartReport(List.of(), withStrange(warnings, strangeNames));
  }

  /**
   * @param all the plain settings first, then those of each named issuer
   * @param grants lines for what is more than settings
   * @param more warnings about them
   */
  static StartReport of(
      List<SettingValues> all, List<String> grants, List<String> more, List<String> strangeNames) {
    List<String> warnings = new ArrayList<>();
    for (SettingValues values : all) {
      warn(warnings, values, Setting.AUDIENCE, "unchecked", "tokens meant for any API are taken");
      warn(warnings, values, Setting.ID_TOKENS, "accepted", "ID tokens pass as access tokens");
    }
    warnings.addAll(more);
    return new StartReport(
        Stream.of(
                all.stream().flatMap(StartReport::settings),
                grants.stream(),
                all.stream().filter(StartReport::makesUpNonces).map(values -> OWN_NONCES))
            .flatMap(lines -> lines)
            .toList(),
        withStrange(warnings, strangeNames));
  }

  /** The same, and what became of the members of a Keycloak adapter's file. */
  StartReport with(Optional<KeycloakJson> json) {
    List<String> lines = new ArrayList<>(settings);
    List<String> all = new ArrayList<>(warnings);
    json.ifPresent(
        file -> {
          lines.addAll(file.unneeded());
          all.addAll(file.lost());
        });
    return new StartReport(lines, all);
  }

  private static List<String> withStrange(List<String> warnings, List<String> strangeNames) {
    strangeNames.forEach(
        name -> warnings.add(name + " is no setting of this filter; it is taken for another's"));
    return warnings;
  }

  private static void warn(
      List<String> warnings, SettingValues values, Setting setting, String danger, String effect) {
    values
        .of(setting)
        .filter(value -> value.text().equals(danger))
        .map(value -> "%s=%s (%s): %s".formatted(value.key(), danger, value.place(), effect))
        .ifPresent(warnings::add);
  }

  private static boolean makesUpNonces(SettingValues values) {
    return values.of(Setting.DPOP_NONCE).filter(value -> value.text().equals("on")).isPresent()
        && !values.isSet(Setting.DPOP_NONCE_KEY);
  }

  private static Stream<String> settings(SettingValues values) {
    return Arrays.stream(Setting.values())
        .map(values::of)
        .flatMap(Optional::stream)
        .filter(value -> !value.text().equals(value.setting().defaultText()))
        .map(StartReport::line);
  }

  /** The gate logs its rules by themselves, a line each. */
  private static String line(SettingValue value) {
    String shown =
        value.setting() == Setting.RULES
            ? "those above"
            : SettingValue.shown(value.setting(), value.text());
    return value.key() + " = " + shown + " (" + value.place() + ")";
  }
}
