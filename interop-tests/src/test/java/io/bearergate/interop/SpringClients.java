package io.bearergate.interop;

import static io.bearergate.sample.issuer.Fixtures.NOTES_API;

import io.bearergate.sample.flow.Credential;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.Registration;
import io.bearergate.sample.issuer.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The sample's clients as Spring Authorization Server is told of them, and as the flows are. */
final class SpringClients {

  private static final List<String> LOGIN_SCOPES = List.of("openid", "profile", "read:notes");

  /** Spring Authorization Server gives device codes to clients with credentials only. */
  private static final String TV_SECRET = UUID.randomUUID().toString();

  /** … and refresh tokens, too. */
  private static final String SPA_SECRET = UUID.randomUUID().toString();

  private SpringClients() {}

  static List<RegisteredClient> registered() {
    return List.of(
        withSecret("web1")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .redirectUri("http://127.0.0.1:8081/callback")
            .scopes(scopes -> scopes.addAll(LOGIN_SCOPES))
            .scope("read:bills")
            .build(),
        client("native1")
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://127.0.0.1/cb")
            .scopes(scopes -> scopes.addAll(LOGIN_SCOPES))
            .clientSettings(ClientSettings.builder().requireAuthorizationConsent(true).build())
            .build(),
        client("spa1")
            .clientSecret("{noop}" + SPA_SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .redirectUri("http://127.0.0.1:8083/callback")
            .scopes(scopes -> scopes.addAll(LOGIN_SCOPES))
            .scope("offline_access")
            .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).build())
            .build(),
        client("tv1")
            .clientSecret("{noop}" + TV_SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
            .scopes(scopes -> scopes.addAll(LOGIN_SCOPES))
            .build(),
        withSecret("m2m1")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .scope("read:notes")
            .build());
  }

  private static RegisteredClient.Builder client(String id) {
    return RegisteredClient.withId(id).clientId(id);
  }

  private static RegisteredClient.Builder withSecret(String id) {
    return client(id)
        .clientSecret("{noop}" + Fixtures.clientSecret(id))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
  }

  static Cast cast() {
    Map<String, Registration> clients =
        Stream.of(
                Registration.of(
                    "web1", secret("web1"), "http://127.0.0.1:8081/callback", NOTES_API),
                Registration.of(
                    "spa1",
                    new Credential.Secret(SPA_SECRET, false),
                    "http://127.0.0.1:8083/callback",
                    NOTES_API),
                Registration.withoutBrowser(
                    "tv1", new Credential.Secret(TV_SECRET, false), NOTES_API),
                Registration.of("native1", Credential.NONE, "http://127.0.0.1/cb", NOTES_API),
                Registration.withoutBrowser("m2m1", secret("m2m1"), NOTES_API))
            .collect(Collectors.toMap(Registration::clientId, client -> client));
    return new Cast(clients, Map.of("alice", new Account("alice", Fixtures.password("alice"))));
  }

  private static Credential secret(String clientId) {
    return new Credential.Secret(Fixtures.clientSecret(clientId), false);
  }
}
