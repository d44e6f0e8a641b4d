package io.bearergate.config;

import io.bearergate.config.GateConfig.Startup;
import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.keys.DecryptionKeys;
import io.bearergate.keys.JwksRules;
import io.bearergate.policy.DurationText;
import io.bearergate.policy.Policy;
import io.bearergate.sender.SenderRules;
import io.bearergate.token.TenantRules;
import io.bearergate.token.TokenRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the parts of a {@link GateConfig} together, after all problems are gathered. */
record GateConfigReader(
    ConfigSources sources,
    Optional<IssuerResolver> resolver,
    SettingValues values,
    ConfigProblems problems) {

  /**
   * Reads all settings.
   *
   * @throws ConfigException if anything is wrong with them
   */
  static GateConfig read(ConfigSources sources, Optional<IssuerResolver> resolver) {
    ConfigProblems problems = new ConfigProblems();
    SettingValues values = new SettingValues(sources, problems);
    return new GateConfigReader(sources, resolver, values, problems).read();
  }

  private GateConfig read() {
    SettingReader reader = new SettingReader(values, problems);
    if (reader.read(Setting.ENABLED, WordText.oneOf("true", "false")).equals("false")) {
      return config(
          false,
          List.of(),
          Optional.empty(),
          withDefaults(),
          () -> StartReport.ofDisabled(values, sources.strangeNames()));
    }
    values.check();
    IssuersReader issuers =
        IssuersReader.of(values, problems, sources.application(), resolver.isPresent());
    List<TrustedIssuer> believed = issuers.read();
    return config(
        true,
        believed,
        tenants(reader, issuers),
        reader,
        () ->
            StartReport.of(
                    issuers.allValues(),
                    issuers.grants(),
                    issuers.warnings(),
                    sources.strangeNames())
                .with(values.keycloakJson()));
  }

  private Optional<TenantRules> tenants(SettingReader reader, IssuersReader issuers) {
    if (resolver.isEmpty()) {
      TenantsReader.refuseWithout(reader);
    }
    return resolver.flatMap(
        known ->
            issuers
                .ofTenants()
                .map(plain -> new TenantsReader(reader, plain, known))
                .flatMap(tenants -> tenants.read(sources.application())));
  }

  /** Nothing else counts where everything is let through, wrong or not. */
  private static SettingReader withDefaults() {
    ConfigProblems none = new ConfigProblems();
    ConfigSources nothing = ConfigSources.only(ConfigSource.of("defaults", Map.of()));
    return new SettingReader(new SettingValues(nothing, none), none);
  }

  private GateConfig config(
      boolean enabled,
      List<TrustedIssuer> issuers,
      Optional<TenantRules> tenants,
      SettingReader reader,
      Supplier<StartReport> report) {
    TokenRules tokens = tokens(reader);
    SenderRules sender = SenderReader.read(reader, tokens.leeway(), sources.application());
    JwksRules keys = keys(reader);
    Policy policy = reader.read(Setting.RULES, rules -> Policy.parse(rules, tokens.leeway()));
    Optional<ProtectedResource> resource = new ResourceReader(reader).read();
    Optional<BackChannelLogout> logout = new LogoutReader(reader, issuers).read();
    String realm = reader.read(Setting.REALM, WordText::realm);
    String body = reader.read(Setting.ERROR_BODY, WordText.oneOf("problem+json", "none"));
    Startup startup = startup(reader);
    problems.throwIfAny();
    return new GateConfig(
        enabled,
        issuers,
        tenants,
        tokens,
        sender,
        keys,
        policy,
        resource,
        logout,
        realm,
        !body.equals("none"),
        startup,
        report.get());
  }

  private TokenRules tokens(SettingReader reader) {
    Optional<DecryptionKeys> decryptionKeys = decryptionKeys(reader);
    return new TokenRules(
        reader.read(Setting.LEEWAY, DurationText.between("0s", "5m")),
        reader.read(Setting.MAX_TOKEN_SIZE, SizeText.between("256B", "1MiB")),
        decryptionKeys,
        decryptionKeys.isEmpty() || takesPlain(reader),
        new TokenRules.Kept(
            reader.read(Setting.TOKEN_CACHE, SizeText.countUpTo(1_000_000)),
            reader.read(Setting.TOKEN_CACHE_SIZE, SizeText.between("0", "1024MiB"))));
  }

  private Optional<DecryptionKeys> decryptionKeys(SettingReader reader) {
    if (!values.isSet(Setting.DECRYPTION_KEYS)) {
      reader.object(Setting.ENCRYPTED_TOKENS, "is nothing without decryption-keys. Set these too.");
    }
    return reader.readIfSet(
        Setting.DECRYPTION_KEYS,
        text -> DecryptionKeys.parse(KeyText.readPrivate(text, sources.application())));
  }

  private static boolean takesPlain(SettingReader reader) {
    return reader
        .read(Setting.ENCRYPTED_TOKENS, WordText.oneOf("required", "allowed"))
        .equals("allowed");
  }

  private JwksRules keys(SettingReader reader) {
    Duration refresh = reader.read(Setting.JWKS_REFRESH, DurationText.between("1m", "24h"));
    Duration maxStale = reader.read(Setting.JWKS_MAX_STALE, DurationText.between("1m", "30d"));
    if (maxStale.compareTo(refresh) < 0) {
      reader.object(Setting.JWKS_MAX_STALE, "is shorter than jwks-refresh. Write no less.");
    }
    return new JwksRules(
        refresh,
        maxStale,
        reader.read(Setting.JWKS_COOLDOWN, DurationText.between("1s", "1h")),
        reader.read(Setting.CONNECT_TIMEOUT, DurationText.between("100ms", "30s")),
        reader.read(Setting.READ_TIMEOUT, DurationText.between("100ms", "30s")),
        reader.read(Setting.MAX_RESPONSE_SIZE, SizeText.between("1KiB", "16MiB")),
        new RouteReader(reader, sources.application()).read());
  }

  private static Startup startup(SettingReader reader) {
    String mode = reader.read(Setting.STARTUP, WordText.oneOf("lazy", "wait", "fail"));
    Duration timeout = reader.read(Setting.STARTUP_TIMEOUT, DurationText.between("100ms", "5m"));
    return new Startup(Startup.Mode.valueOf(mode.toUpperCase(Locale.ROOT)), timeout);
  }
}
