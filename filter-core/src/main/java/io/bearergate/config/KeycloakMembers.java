package io.bearergate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The members that a {@code keycloak.json} may have; {@code docs/migration} has them for people.
 */
final class KeycloakMembers {

  /** Those that {@link KeycloakReader} reads. */
  static final Set<String> READ =
      Set.of(
          "realm",
          "auth-server-url",
          "realm-public-key",
          "resource",
          "use-resource-role-mappings",
          "principal-attribute",
          "proxy-url",
          "truststore",
          "truststore-password",
          "client-keystore",
          "client-keystore-password",
          "client-key-password",
          "min-time-between-jwks-requests",
          "public-key-cache-ttl",
          "connection-timeout-millis",
          "socket-timeout-millis",
          "disable-trust-manager",
          "allow-any-hostname",
          "ssl-required",
          "policy-enforcer",
          "bearer-only",
          "enable-basic-auth",
          "enable-cors");

  /** Those that say nothing to us, and why. */
  static final List<Unneeded> UNNEEDED =
      List.of(
          new Unneeded(
              "nobody signs in here, and no session is kept",
              List.of(
                  "adapter-state-cookie-path",
                  "always-refresh-token",
                  "autodetect-bearer-only",
                  "confidential-port",
                  "enable-pkce",
                  "expose-token",
                  "public-client",
                  "redirect-rewrite-rules",
                  "register-node-at-startup",
                  "register-node-period",
                  "token-minimum-time-to-live",
                  "token-store",
                  "turn-off-change-session-id-on-login")),
          new Unneeded("keys are public, and nothing else is asked for", List.of("credentials")),
          new Unneeded(
              "keys are fetched one call at a time",
              List.of("connection-pool-size", "connection-ttl-millis")),
          new Unneeded(
              "a CORS filter's work",
              List.of(
                  "cors-allowed-headers",
                  "cors-allowed-methods",
                  "cors-exposed-headers",
                  "cors-max-age")),
          new Unneeded(
              "a token in the query is never read", List.of("ignore-oauth-query-parameter")),
          new Unneeded("audience is always checked", List.of("verify-token-audience")));

  private KeycloakMembers() {}

  /** Members that are left out for one reason. */
  record Unneeded(String reason, List<String> members) {}

  /** A line for each reason that holds for any of {@code said}. */
  static List<String> unneeded(Set<String> said) {
    List<String> lines = new ArrayList<>();
    for (Unneeded unneeded : UNNEEDED) {
      List<String> members = unneeded.members().stream().filter(said::contains).toList();
      if (!members.isEmpty()) {
        lines.add(
            KeycloakJson.NAME
                + ": "
                + String.join(", ", members)
                + " not needed: "
                + unneeded.reason());
      }
    }
    return lines;
  }

  /** Those of {@code said} that no adapter has, fit to be shown. */
  static Set<String> unknown(Set<String> said) {
    Set<String> unknown = new TreeSet<>();
    said.stream()
        .filter(member -> !isKnown(member))
        .map(member -> member.replaceAll("[^!-~]", "?"))
        .forEach(unknown::add);
    return unknown;
  }

  private static boolean isKnown(String member) {
    return all().anyMatch(member::equals);
  }

  static Stream<String> all() {
    return Stream.concat(
        READ.stream(), UNNEEDED.stream().flatMap(unneeded -> unneeded.members().stream()));
  }
}
