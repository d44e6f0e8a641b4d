package io.bearergate.config;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.policy.DurationText;
import io.bearergate.token.TenantRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how issuers are found at run time.
 *
 * @param plain reads the settings that are for every tenant
 */
record TenantsReader(SettingReader reader, IssuerReader plain, IssuerResolver resolver) {

  /** Stands for any tenant, so that what is wrong for all of them stops the start. */
  private static final String ANY = "https://tenant.example.com/";

  private static final List<Setting> OF_ONE =
      List.of(Setting.ENTRA_TENANTS, Setting.METADATA_URI, Setting.JWKS_URI, Setting.JWKS);

  /** Without a resolver nothing is to be said about one. */
  static void refuseWithout(SettingReader reader) {
    for (Setting setting : List.of(Setting.MAX_TENANTS, Setting.TENANT_LIFETIME)) {
      reader.object(
          setting, "is nothing without an IssuerResolver, which only code can give. Leave it out.");
    }
  }

  /** The rules; empty when there is a problem. */
  Optional<TenantRules> read(ClassLoader application) {
    reader.object(
        Setting.ISSUER,
        "cannot stand beside an IssuerResolver. Give it a block: issuers.NAME.issuer");
    OF_ONE.forEach(
        setting -> reader.object(setting, "is for one issuer. Let the IssuerResolver say it."));
    int most = reader.read(Setting.MAX_TENANTS, SizeText.count(1, 10_000));
    Duration lifetime = reader.read(Setting.TENANT_LIFETIME, DurationText.between("10s", "24h"));
    return plain
        .readTenant(ANY)
        .map(TrustedIssuer::rules)
        .map(like -> new TenantReader(resolver, ofEveryTenant(), like, application))
        .map(finder -> new TenantRules(finder, most, lifetime));
  }

  private Map<String, String> ofEveryTenant() {
    Map<String, String> texts = new HashMap<>();
    for (Setting setting : BlockKey.SETTINGS) {
      reader.values().of(setting).ifPresent(value -> texts.put(setting.key(), value.text()));
    }
    return texts;
  }
}
