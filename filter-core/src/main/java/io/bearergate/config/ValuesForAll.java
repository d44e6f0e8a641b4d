package io.bearergate.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values from the environment and the system properties that are for every filter of the JVM must
 * not say what one application has said for itself, nor whom it believes once it names an issuer.
 */
record ValuesForAll(ConfigSources sources, SettingValues values, ConfigProblems problems) {

  /**
   * What belongs to another setting. Another issuer's keys would vouch for tokens of this one;
   * whether plain tokens are taken is for whoever has the keys to say.
   */
  private static final Map<Setting, Setting> BELONGING =
      Map.of(
          Setting.METADATA_URI, Setting.ISSUER,
          Setting.JWKS_URI, Setting.ISSUER,
          Setting.JWKS, Setting.ISSUER,
          Setting.PRESET, Setting.ISSUER,
          Setting.ENTRA_TENANTS, Setting.ISSUER,
          Setting.KEYCLOAK_JSON, Setting.ISSUER,
          Setting.INTROSPECTION_URI, Setting.ISSUER, // whoever answers there vouches for tokens
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
          Setting.MAX_TOKEN_AGE,
          Setting.AUDIENCE_CLAIM, // another claim may hold what the client chose
          Setting.SCOPE_CLAIM,
          Setting.ROLE_CLAIM,
          Setting.PERMISSION_CLAIM,
          Setting.CLIENT_CLAIM,
          Setting.PRINCIPAL_CLAIM,
          Setting.PRESET,
          Setting.ENTRA_TENANTS,
          Setting.KEYCLOAK_JSON,
          Setting.DPOP,
          Setting.DPOP_ALGORITHMS,
          Setting.DPOP_NONCE,
          Setting.DPOP_NONCE_KEY,
          Setting.PUBLIC_URL,
          Setting.MTLS,
          Setting.MTLS_HEADER,
          Setting.TRUSTED_PROXIES,
          Setting.FORWARDED,
          Setting.TRUST_STORE, // another's would vouch for a false issuer
          Setting.DECRYPTION_KEYS,
          Setting.ENCRYPTED_TOKENS,
          Setting.INTROSPECTION_URI,
          Setting.INTROSPECTION_CLIENT_ID,
          Setting.INTROSPECTION_ANSWERS,
          Setting.INTROSPECTION,
          Setting.INTROSPECTION_CACHE, // for so long what was revoked still passes
          Setting.BACK_CHANNEL_LOGOUT,
          Setting.BACK_CHANNEL_LOGOUT_CLIENTS);

  /** Finds them among the plain settings and those of all named issuers. */
  void check() {
    boolean ownIssuer = namesAnIssuerItself();
    for (Setting setting : NOT_FOR_ALL) {
      forAll(values, setting).ifPresent(value -> checkPlain(value, ownIssuer));
    }
    for (String block : values.blocks()) {
      SettingValues ofBlock = values.ofBlock(block);
      for (Setting setting : BlockKey.SETTINGS) {
        forAll(ofBlock, setting).ifPresent(value -> checkOfBlock(value, ofBlock, ownIssuer));
      }
    }
  }

  private boolean namesAnIssuerItself() {
    return !values.declared(Setting.ISSUER).isEmpty()
        || !values.declared(Setting.PRESET).isEmpty() // which may name one
        || values.blocks().stream().map(values::ofBlock).anyMatch(ValuesForAll::isDeclared);
  }

  private static boolean isDeclared(SettingValues block) {
    return BlockKey.SETTINGS.stream().anyMatch(setting -> !block.declared(setting).isEmpty());
  }

  /** The value of {@code setting}, if it is one for every filter of the JVM. */
  private static Optional<SettingValue> forAll(SettingValues among, Setting setting) {
    return among
        .of(setting)
        .filter(value -> value.source() instanceof SharedValues s && s.scope().isEmpty());
  }

  private void checkPlain(SettingValue value, boolean ownIssuer) {
    Setting setting = value.setting();
    checkReplacesNone(value, values);
    boolean foreign = setting == Setting.ISSUER && ownIssuer;
    Setting owner = BELONGING.getOrDefault(setting, setting);
    boolean stray =
        owner != setting && !value.text().equals(setting.defaultText()) && isOwn(owner, ownIssuer);
    if ((foreign || stray) && values.declared(setting).isEmpty()) {
      problems.add(
          value.key(),
          "%s is for every filter of this JVM, while %s is this application's own. Write it beside that one."
              .formatted(value.quoted(), foreign ? "whom to believe" : owner.key()));
    }
  }

  /** Whether the application itself says what {@code owner} is, be it by a preset or a block. */
  private boolean isOwn(Setting owner, boolean ownIssuer) {
    return values
        .source(owner)
        .map(sources::isDeclared)
        .orElse(owner == Setting.ISSUER && ownIssuer);
  }

  private void checkOfBlock(SettingValue value, SettingValues block, boolean ownIssuer) {
    checkReplacesNone(value, block);
    if (ownIssuer && block.declared(value.setting()).isEmpty()) {
      problems.add(
          value.key(),
          "%s is for every filter of this JVM, while whom to believe is this application's own.%s"
              .formatted(
                  value.quoted(), forThisFilter(value, " For this filter alone, write %s.")));
    }
  }

  private void checkReplacesNone(SettingValue value, SettingValues among) {
    among.declared(value.setting()).stream()
        .filter(own -> !among.isSame(own, value))
        .forEach(own -> problems.add(value.key(), replaced(value, own)));
  }

  private String replaced(SettingValue value, SettingValue own) {
    String instead =
        forThisFilter(value, "For this filter alone, write %s; else remove one of them.");
    return "%s is for every filter of this JVM and would replace %s. %s"
        .formatted(
            value.quoted(), own.quoted(), instead.isEmpty() ? "Remove one of them." : instead);
  }

  /** {@code form} with the name for this filter alone; empty where there is no such name. */
  private String forThisFilter(SettingValue value, String form) {
    SharedNames names = ((SharedValues) value.source()).names();
    String scope = sources.scope(names);
    return scope.isEmpty() ? "" : form.formatted(names.shown(scope, value.key()));
  }
}
