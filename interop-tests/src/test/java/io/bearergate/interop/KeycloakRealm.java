package io.bearergate.interop;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.issuer.Fixtures;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A realm with the sample's clients and users, as Keycloak imports it. The APIs are client scopes
 * with an audience mapper: without one a token of Keycloak names no API at all.
 */
final class KeycloakRealm {

  static final String NAME = "bearergate";

  /** What Keycloak calls alice in its tokens. */
  static final String ALICE = "0b1f6c1e-4b1c-4c57-9d3a-5f2f8a6d1c01";

  /** A client whose access tokens say as little as Keycloak lets them. */
  static final String LIGHTWEIGHT = "light1";

  private KeycloakRealm() {}

  static String json(URI logoutListener) {
    return JSONObjectUtils.toJSONString(
        Map.of(
            "realm",
            NAME,
            "enabled",
            true,
            "sslRequired",
            "none",
            "users",
            List.of(user("alice")),
            "clientScopes",
            scopes(),
            "clients",
            clients(logoutListener)));
  }

  private static List<Map<String, Object>> scopes() {
    return List.of(
        openIdScope("basic", List.of(mapper("sub", "oidc-sub-mapper", Map.of()))),
        openIdScope("profile", List.of(mapper("name", "oidc-full-name-mapper", Map.of()))),
        openIdScope("email", List.of()),
        openIdScope("offline_access", List.of()),
        apiScope("read:notes", Fixtures.NOTES_API),
        apiScope("write:notes", Fixtures.NOTES_API),
        apiScope("read:bills", Fixtures.BILLING_API),
        apiScope("pay:bills", Fixtures.BILLING_API));
  }

  private static Map<String, Object> apiScope(String name, String audience) {
    Map<String, String> config = Map.of("included.custom.audience", audience);
    return openIdScope(name, List.of(mapper("audience", "oidc-audience-mapper", config)));
  }

  private static Map<String, Object> openIdScope(String name, List<Map<String, Object>> mappers) {
    return Map.of(
        "name",
        name,
        "protocol",
        "openid-connect",
        "attributes",
        Map.of("include.in.token.scope", "true"),
        "protocolMappers",
        mappers);
  }

  private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
    Map<String, String> all = new HashMap<>(config);
    all.put("access.token.claim", "true");
    all.put("introspection.token.claim", "true");
    return Map.of(
        "name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", all);
  }

  private static Map<String, Object> user(String name) {
    return Map.ofEntries(
        Map.entry("id", ALICE),
        Map.entry("username", name),
        Map.entry("enabled", true),
        Map.entry("firstName", name),
        Map.entry("lastName", "Example"),
        Map.entry("email", name + "@bearergate.test"),
        Map.entry("emailVerified", true),
        Map.entry("realmRoles", List.of("offline_access")),
        Map.entry(
            "credentials", List.of(Map.of("type", "password", "value", Fixtures.password(name)))));
  }

  private static List<Map<String, Object>> clients(URI logoutListener) {
    return List.of(
        browserClient(TokenKinds.CLIENT, TokenKinds.CALLBACK)
            .with("secret", TokenKinds.SECRET)
            .attribute("user.info.response.signature.alg", "RS256")
            .attribute("backchannel.logout.url", logoutListener.toString())
            .build(),
        browserClient("web1", "http://127.0.0.1:8081/callback").secret("web1").build(),
        browserClient("webpkj", "http://127.0.0.1:8082/callback")
            .keys(Stream.of("assertion", "request"))
            .attribute("require.pushed.authorization.requests", "true")
            .build(),
        browserClient("webjar", "http://127.0.0.1:8086/callback")
            .secret("webjar")
            .jwks(Stream.of("request"))
            .build(),
        browserClient("spa1", "http://127.0.0.1:8083/callback").publicClient().build(),
        browserClient("native1", "http://127.0.0.1/cb").publicClient().build(),
        new Builder("form1")
            .with("redirectUris", List.of("http://127.0.0.1:8084/callback"))
            .with("implicitFlowEnabled", true)
            .publicClient()
            .build(),
        browserClient("hyb1", "http://127.0.0.1:8085/callback")
            .secret("hyb1")
            .with("implicitFlowEnabled", true)
            .build(),
        new Builder("m2m1").secret("m2m1").with("serviceAccountsEnabled", true).build(),
        new Builder(LIGHTWEIGHT)
            .with("secret", TokenKinds.SECRET)
            .with("serviceAccountsEnabled", true)
            .attribute("client.use.lightweight.access.token.enabled", "true")
            .build(),
        new Builder("m2mpkj")
            .keys(Stream.of("assertion"))
            .with("serviceAccountsEnabled", true)
            .build(),
        new Builder("tv1")
            .with("publicClient", true)
            .attribute("oauth2.device.authorization.grant.enabled", "true")
            .build(),
        new Builder("ropg1").secret("ropg1").with("directAccessGrantsEnabled", true).build(),
        new Builder("ciba1").secret("ciba1").attribute("oidc.ciba.grant.enabled", "true").build());
  }

  private static Builder browserClient(String id, String redirectUri) {
    return new Builder(id)
        .with("redirectUris", List.of(redirectUri))
        .with("standardFlowEnabled", true);
  }

  /** A client's representation, in Keycloak's words. */
  private static final class Builder {

    private final String id;
    private final Map<String, Object> members = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();

    Builder(String id) {
      this.id = id;
      with("clientId", id).with("enabled", true).with("standardFlowEnabled", false);
      with("defaultClientScopes", List.of("basic", "profile", "email"));
      with("optionalClientScopes", apiScopeNames());
      attribute("pkce.code.challenge.method", "");
    }

    private static List<String> apiScopeNames() {
      return List.of("offline_access", "read:notes", "write:notes", "read:bills", "pay:bills");
    }

    Builder with(String member, Object value) {
      members.put(member, value);
      return this;
    }

    Builder attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    Builder secret(String clientId) {
      return with("secret", Fixtures.clientSecret(clientId));
    }

    Builder publicClient() {
      return with("publicClient", true).attribute("pkce.code.challenge.method", "S256");
    }

    /** Authenticates by a key; Keycloak keeps all keys of a client in one set. */
    Builder keys(Stream<String> uses) {
      return with("clientAuthenticatorType", "client-jwt").jwks(uses);
    }

    Builder jwks(Stream<String> uses) {
      List<JWK> keys =
          uses.flatMap(use -> Fixtures.privateKeys(id, use).stream())
              .<JWK>map(key -> key.toPublicJWK())
              .toList();
      return attribute("use.jwks.string", "true")
          .attribute("jwks.string", new JWKSet(keys).toString());
    }

    Map<String, Object> build() {
      return with("attributes", attributes).members;
    }
  }
}
