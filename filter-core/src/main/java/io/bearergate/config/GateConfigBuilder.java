package io.bearergate.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Settings made in code; nothing outside overrides them. For one thread. */
public final class GateConfigBuilder {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Optional<IssuerResolver> resolver;

  GateConfigBuilder(Optional<IssuerResolver> resolver, String audience) {
    this.resolver = resolver;
    set(Setting.AUDIENCE, audience);
  }

  /** What each path asks for, one rule a line. */
  public GateConfigBuilder rules(String rules) {
    return set(Setting.RULES, rules);
  }

  /** Any setting, as text; the last one said counts. */
  public GateConfigBuilder set(Setting setting, String value) {
    values.put(setting.key(), value);
    return this;
  }

  /**
   * A setting of one more issuer, as {@code issuers.<name>.<key>}; the last one said counts.
   *
   * @param name of the issuer here: lower-case letters, digits and hyphens
   */
  public GateConfigBuilder set(String name, Setting setting, String value) {
    values.put(new BlockKey(name, setting).key(), value);
    return this;
  }

  /**
   * The settings, checked.
   *
   * @throws ConfigException if anything is wrong with them
   */
  public GateConfig build() {
    return GateConfigReader.read(ConfigSources.only(ConfigSource.of("code", values)), resolver);
  }
}
