package io.bearergate.config;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.keys.KeyLocation;
import io.bearergate.token.IssuerRules;
import io.bearergate.token.TenantRules;
import io.bearergate.token.TenantRules.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of what a resolver says of an issuer what its tokens must be like. Thread-safe.
 *
 * @param plain the settings in code, by key, which count where the resolver says nothing
 * @param like what these make of a tenant of which it says nothing
 */
record TenantReader(
    IssuerResolver resolver, Map<String, String> plain, IssuerRules like, ClassLoader application)
    implements TenantRules.Finder {

  private static final Answer NOBODY = new Answer.Nobody();

  TenantReader {
    plain = Map.copyOf(plain);
  }

  @Override
  public Answer find(String issuer) {
    return isAddress(issuer)
        ? resolver.resolve(issuer).map(said -> read(issuer, said)).orElse(NOBODY)
        : NOBODY;
  }

  /** What could not be the setting issuer is no issuer here either. */
  private static boolean isAddress(String issuer) {
    try {
      AddressText.issuer(issuer);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Answer read(String issuer, Map<Setting, String> said) {
    ConfigProblems problems = new ConfigProblems();
    Map<String, String> all = new HashMap<>(plain);
    said.forEach(
        (setting, text) -> {
          check(setting, text, problems);
          all.put(setting.key(), text);
        });
    ConfigSources sources =
        ConfigSources.literally(ConfigSource.of("IssuerResolver", all), application);
    SettingValues values = new SettingValues(sources, problems);
    Optional<TrustedIssuer> tenant =
        IssuerReader.of(values, problems, application).readTenant(issuer);
    tenant.map(TrustedIssuer::rules).ifPresent(rules -> checkNoLooser(rules, problems));
    return tenant
        .filter(known -> problems.areNone())
        .<Answer>map(known -> vouched(known, all))
        .orElseGet(() -> new Answer.Unfit(problems.told()));
  }

  /** Keys in a file may change while the settings stay. */
  private static Answer.Vouched vouched(TrustedIssuer known, Map<String, String> said) {
    if (known.keys() instanceof KeyLocation.Text text) {
      said.put(Setting.JWKS.key(), text.jwksOrPem());
    }
    return new Answer.Vouched(known.rules(), known.keys(), said);
  }

  private static void check(Setting setting, String text, ConfigProblems problems) {
    boolean named = setting == Setting.ISSUER || setting == Setting.ENTRA_TENANTS;
    if (named || !BlockKey.SETTINGS.contains(setting)) {
      problems.add(setting.key(), "is not for an IssuerResolver to say.");
    }
    if (text.contains("${")) {
      problems.add(setting.key(), "holds a placeholder, and here none is filled in.");
    }
  }

  /** Dangers are logged at the start, or not taken. */
  private void checkNoLooser(IssuerRules rules, ConfigProblems problems) {
    if (rules.audience().unchecked() && !like.audience().unchecked()) {
      problems.add(Setting.AUDIENCE.key(), "is unchecked, which only the builder may say.");
    }
    if (rules.idTokensAccepted() && !like.idTokensAccepted()) {
      problems.add(
          Setting.ID_TOKENS.key(),
          "would be accepted, which only the builder may say. Add the line:"
              + " set(Setting.ID_TOKENS, \"accepted\")");
    }
  }
}
