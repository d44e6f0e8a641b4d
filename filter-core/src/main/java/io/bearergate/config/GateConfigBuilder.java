package io.bearergate.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings made in code; nothing outside overrides them. For one thread. */
public final class GateConfigBuilder {

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  GateConfigBuilder(String issuer, String audience) {
    set(Setting.ISSUER, issuer);
    set(Setting.AUDIENCE, audience);
  }

  /** What each path asks for, one rule a line. */
  public GateConfigBuilder rules(String rules) {
    return set(Setting.RULES, rules);
  }

  /** Any setting, as text; the last one said counts. */
  public GateConfigBuilder set(Setting setting, String value) {
    values.put(setting, value);
    return this;
  }

  /**
   * The settings, checked.
   *
   * @throws ConfigException if anything is wrong with them
   */
  public GateConfig build() {
    Map<String, String> byKey = new LinkedHashMap<>();
    values.forEach((setting, value) -> byKey.put(setting.key(), value));
    return GateConfigReader.read(ConfigSources.only(ConfigSource.of("code", byKey)));
  }
}
