package io.bearergate.config;

import io.bearergate.token.Leniency;
import io.bearergate.token.Mistake;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ordinary settings, bundled for the tokens of one provider. Whatever any source says of one of
 * them takes its place; {@code docs/presets.md} has them for people.
 */
enum Preset {
  GENERIC,
  AUTH0,
  OKTA,
  ENTRA,
  COGNITO,
  KEYCLOAK,
  GOOGLE,
  FIREBASE;

  private static final String GOOGLES = "https://accounts.google.com";

  /** What may be a client's name in a claim path. */
  private static final Pattern CLIENT = Pattern.compile("[^\",\\s]+");

  static Preset parse(String text) {
    String[] words = Arrays.stream(values()).map(Preset::word).toArray(String[]::new);
    return valueOf(WordText.oneOf(words).apply(text).toUpperCase(Locale.ROOT));
  }

  /** As people write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What it says of one issuer.
   *
   * @param values what the sources say of that issuer
   */
  ConfigSource source(SettingValues values) {
    Map<String, String> byKey = new HashMap<>();
    settings(values).forEach((setting, text) -> byKey.put(values.key(setting), text));
    return ConfigSource.of("preset " + word(), byKey);
  }

  private Map<Setting, String> settings(SettingValues values) {
    return switch (this) {
      case GENERIC -> Map.of();
      case AUTH0 -> Map.of(Setting.ALGORITHMS, "RS256 PS256", Setting.SCOPE_CLAIM, "scope");
      case OKTA ->
          Map.of(
              Setting.ALGORITHMS, "RS256",
              Setting.SCOPE_CLAIM, "scp",
              Setting.ROLE_CLAIM, "groups",
              Setting.CLIENT_CLAIM, "cid");
      case ENTRA ->
          Map.of(
              Setting.ISSUER, EntraTenants.ISSUERS,
              Setting.ALGORITHMS, "RS256",
              Setting.REQUIRED_CLAIMS, "azp|appid", // which no ID token has
              Setting.SCOPE_CLAIM, "scp",
              Setting.CLIENT_CLAIM, "azp,appid");
      case COGNITO ->
          Map.of(
              Setting.ALGORITHMS, "RS256",
              Setting.AUDIENCE_CLAIM, "client_id",
              Setting.REQUIRED_CLAIMS, "token_use=access",
              Setting.SCOPE_CLAIM, "scope",
              Setting.ROLE_CLAIM, "cognito:groups");
      case KEYCLOAK ->
          Map.of(
              Setting.REQUIRED_CLAIMS, "typ=Bearer|DPoP",
              Setting.SCOPE_CLAIM, "scope",
              Setting.ROLE_CLAIM, "realm_access.roles" + clientRoles(values));
      case GOOGLE ->
          Map.of(
              Setting.ISSUER, GOOGLES,
              Setting.ALGORITHMS, "RS256",
              Setting.ID_TOKENS, "accepted");
      case FIREBASE ->
          Map.of(
              Setting.ALGORITHMS, "RS256",
              Setting.ID_TOKENS, "accepted",
              Setting.REQUIRED_CLAIMS, "auth_time");
    };
  }

  /** Keycloak keeps the roles of each client apart; ours are those of the clients we are. */
  private static String clientRoles(SettingValues values) {
    return values.of(Setting.AUDIENCE).stream()
        .flatMap(audience -> Arrays.stream(audience.text().split(",", -1)))
        .map(String::strip)
        .filter(client -> CLIENT.matcher(client).matches() && !client.equals("unchecked"))
        .map(client -> ", resource_access.\"" + client + "\".roles")
        .collect(Collectors.joining());
  }

  /** What its tokens are granted. */
  Set<Leniency> leniencies(SettingValues values) {
    return switch (this) {
      case AUTH0 -> Set.of(Leniency.CERTIFICATE_UNDER_DPOP);
      case GOOGLE ->
          values.of(Setting.ISSUER).filter(issuer -> issuer.text().equals(GOOGLES)).isPresent()
              ? Set.of(Leniency.ISSUER_WITHOUT_SCHEME)
              : Set.of();
      case GENERIC, OKTA, ENTRA, COGNITO, KEYCLOAK, FIREBASE -> Set.of();
    };
  }

  /** What typically goes wrong with its tokens. */
  Set<Mistake> mistakes() {
    return switch (this) {
      case GENERIC -> Set.of();
      case AUTH0 -> Set.of(Mistake.AUTH0_WITHOUT_AUDIENCE);
      case OKTA -> Set.of(Mistake.OKTA_ORG_SERVER);
      case ENTRA -> Set.of(Mistake.ENTRA_GRAPH, Mistake.ENTRA_AUDIENCE, Mistake.ENTRA_ID_TOKEN);
      case COGNITO -> Set.of(Mistake.COGNITO_ID_TOKEN);
      case KEYCLOAK -> Set.of(Mistake.KEYCLOAK_AUDIENCE, Mistake.KEYCLOAK_LIGHTWEIGHT);
      case GOOGLE -> Set.of(Mistake.GOOGLE_ACCESS_TOKEN);
      case FIREBASE -> Set.of(Mistake.FIREBASE_SESSION_COOKIE);
    };
  }
}
