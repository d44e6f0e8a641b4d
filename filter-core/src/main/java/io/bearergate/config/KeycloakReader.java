package io.bearergate.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes settings of the members of a {@code keycloak.json}, so that tokens are judged as the
 * adapter judged them or more strictly. What weakened its checks is a problem, and so is what
 * protected paths in a way that nothing does here. For one thread.
 */
final class KeycloakReader {

  /** Keycloak names system properties without saying so. */
  private static final Pattern SYSTEM_PROPERTY = Pattern.compile("\\$\\{(?!env\\.|sys\\.)");

  private static final Pattern REALM = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");

  /** What may stand between quotes in a claim path, and does not part it from others. */
  private static final Pattern NAME = Pattern.compile("[^\",\\s]+");

  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
  private static final String END = "\n-----END PUBLIC KEY-----";
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");
  private static final String NOT_SAID = "-1";

  private final Map<String, Object> json;
  private final Placeholders placeholders;
  private final ConfigProblems problems;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> members = new HashMap<>();

  KeycloakReader(Map<String, Object> json, Placeholders placeholders, ConfigProblems problems) {
    this.json = json;
    this.placeholders = placeholders;
    this.problems = problems;
  }

  /**
   * Reads all of them.
   *
   * @param named where {@code keycloak-json} stands
   * @param otherIssuer whether another source says whom to believe
   */
  KeycloakJson read(ConfigSource named, boolean otherIssuer) {
    refuseWhatWeakens();
    put(Setting.PRESET, Preset.KEYCLOAK.word(), "");
    readIssuer(otherIssuer);
    readKey(otherIssuer);
    readRoles();
    readPrincipal();
    readRoute();
    readTime(Setting.JWKS_COOLDOWN, "min-time-between-jwks-requests", "s");
    readTime(Setting.JWKS_REFRESH, "public-key-cache-ttl", "s");
    readTime(Setting.CONNECT_TIMEOUT, "connection-timeout-millis", "ms");
    readTime(Setting.READ_TIMEOUT, "socket-timeout-millis", "ms");
    return new KeycloakJson(
        named, values, members, hints(), KeycloakMembers.unneeded(json.keySet()), lost());
  }

  /** The adapter took tokens for any API; whom ours are for is in no member. */
  private Map<String, String> hints() {
    String client = filled("resource").filter(NAME.asMatchPredicate()).orElse("CLIENT");
    return Map.of(
        Setting.ISSUER.key(),
        " (realm and auth-server-url)",
        Setting.AUDIENCE.key(),
        " (names none: once a mapper of Keycloak puts this client into aud, write audience="
            + client
            + ")");
  }

  private void refuseWhatWeakens() {
    if (isTrue("disable-trust-manager")) {
      object(
          "disable-trust-manager",
          "takes anybody for Keycloak. Remove this line: \"disable-trust-manager\": true");
    }
    if (isTrue("allow-any-hostname")) {
      object(
          "allow-any-hostname",
          "takes whoever has a certificate for Keycloak. Remove this line:"
              + " \"allow-any-hostname\": true");
    }
    String ssl = filled("ssl-required").orElse("external").toLowerCase(Locale.ROOT);
    if (ssl.equals("none")) {
      object(
          "ssl-required",
          "lets anybody on the way replace Keycloak's keys. Remove this line:"
              + " \"ssl-required\": \"none\"");
    } else if (!Set.of("all", "external").contains(ssl)) {
      object("ssl-required", "is not one of all, external. Remove the line.");
    }
    if (json.get("policy-enforcer") != null) {
      object(
          "policy-enforcer",
          "guards paths by policies that are not asked here. Write them as rules, and remove"
              + " \"policy-enforcer\".");
    }
  }

  private void readIssuer(boolean otherIssuer) {
    Optional<String> realm = filled("realm");
    Optional<String> server = filled("auth-server-url");
    if (realm.filter(name -> !REALM.matcher(name).matches()).isPresent()) {
      if (!otherIssuer) {
        object("realm", "is written otherwise in addresses. Set issuer to the iss of the tokens.");
      }
    } else if (realm.isPresent() && server.isPresent()) {
      String issuer = server.get().replaceFirst("/+$", "") + "/realms/" + realm.get();
      put(Setting.ISSUER, issuer, "realm and auth-server-url");
    }
  }

  /** Another issuer's tokens must not be believed for the signature of this one's key. */
  private void readKey(boolean otherIssuer) {
    boolean nobodys = !values.containsKey(Setting.ISSUER.key());
    if ((otherIssuer || nobodys) && json.get("realm-public-key") != null) {
      object(
          "realm-public-key",
          otherIssuer
              ? "is the key of the issuer named there, while issuer is set elsewhere. Remove it, and"
                  + " keys are fetched."
              : "is nobody's key without realm and auth-server-url. Add these, or remove it.");
      return;
    }
    filled("realm-public-key")
        .map(key -> KeyText.isPem(key) ? key : BEGIN + key + END)
        .ifPresent(pem -> put(Setting.JWKS, pem, "realm-public-key"));
  }

  private void readRoles() {
    String mappings = "use-resource-role-mappings";
    if (!isTrue(mappings)) {
      put(Setting.ROLE_CLAIM, "realm_access.roles", mappings);
      return;
    }
    filled("resource")
        .filter(NAME.asMatchPredicate())
        .ifPresentOrElse(
            client ->
                put(
                    Setting.ROLE_CLAIM,
                    "resource_access.\"" + client + "\".roles",
                    "resource and " + mappings),
            () -> object(mappings, "needs a resource, and one without \" and white space."));
  }

  /** The adapter takes a name with dots for that of one claim. */
  private void readPrincipal() {
    String attribute = "principal-attribute";
    filled(attribute)
        .ifPresent(
            claim -> {
              if (NAME.matcher(claim).matches()) {
                put(Setting.PRINCIPAL_CLAIM, "\"" + claim + "\"", attribute);
              } else {
                object(attribute, "is no name of one claim.");
              }
            });
  }

  private void readRoute() {
    text("proxy-url").ifPresent(text -> put(Setting.PROXY, text, "proxy-url"));
    text("truststore").ifPresent(text -> put(Setting.TRUST_STORE, text, "truststore"));
    text("truststore-password")
        .ifPresent(text -> put(Setting.TRUST_STORE_PASSWORD, text, "truststore-password"));
    text("client-keystore").ifPresent(text -> put(Setting.KEY_STORE, text, "client-keystore"));
    text("client-keystore-password")
        .ifPresent(text -> put(Setting.KEY_STORE_PASSWORD, text, "client-keystore-password"));
    Optional<String> keyPassword = filled("client-key-password");
    if (keyPassword.isPresent() && !keyPassword.equals(filled("client-keystore-password"))) {
      object(
          "client-key-password",
          "differs from client-keystore-password. Give the key in the store the store's password.");
    }
  }

  private void readTime(Setting setting, String member, String unit) {
    filled(member)
        .filter(number -> !number.equals(NOT_SAID))
        .ifPresent(
            number -> {
              if (WHOLE_NUMBER.matcher(number).matches()) {
                put(setting, number + unit, member);
              } else {
                object(member, "is no whole number.");
              }
            });
  }

  private List<String> lost() {
    List<String> lost = new ArrayList<>();
    if (!isTrue("bearer-only")) {
      lost.add("nobody is sent to sign in: a request without a token gets 401 (no bearer-only)");
    }
    if (isTrue("enable-basic-auth")) {
      lost.add("a user's name and password get 401 (enable-basic-auth)");
    }
    if (isTrue("enable-cors")) {
      lost.add("browsers of other origins need a CORS filter before this one (enable-cors)");
    }
    Set<String> unknown = KeycloakMembers.unknown(json.keySet());
    if (!unknown.isEmpty()) {
      lost.add("unknown members, which say nothing: " + String.join(", ", unknown));
    }
    return lost.stream().map(line -> KeycloakJson.NAME + ": " + line).toList();
  }

  private boolean isTrue(String member) {
    String said = filled(member).orElse("false");
    if (!said.equals("true") && !said.equals("false")) {
      object(member, "is neither true nor false.");
    }
    return said.equals("true");
  }

  /** As text, placeholders filled in; empty when nothing is said, or when it is a problem. */
  private Optional<String> filled(String member) {
    try {
      return text(member).map(placeholders::fill).map(String::strip);
    } catch (IllegalArgumentException e) {
      object(member, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** As text, placeholders written as ours are; empty when nothing is said, or a problem. */
  private Optional<String> text(String member) {
    Object said = json.get(member);
    if (said instanceof String || said instanceof Long || said instanceof Boolean) {
      return Optional.of(SYSTEM_PROPERTY.matcher(said.toString()).replaceAll("\\${sys."));
    }
    if (said != null) {
      object(member, "is neither text nor a whole number nor true or false.");
    }
    return Optional.empty();
  }

  private void put(Setting setting, String text, String member) {
    values.put(setting.key(), text);
    if (!member.isEmpty()) {
      members.put(setting.key(), member);
    }
  }

  /** A problem; never with the value, which may be a secret. */
  private void object(String member, String problem) {
    problems.add(member, "(" + KeycloakJson.NAME + ") " + problem);
  }
}
