package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.util.List;
import java.util.Map;

/**
 * F18: a service that acts for itself, with every credential a client may have (RFC 6749 §2.3, RFC
 * 7523, RFC 8705); and in the end with a token that is of no use to anybody else (RFC 9449).
 */
record CredentialsFlow() implements Flow {

  @Override
  public String id() {
    return "F18";
  }

  @Override
  public String name() {
    return "credentials";
  }

  @Override
  public Arrival walk(Trip trip) {
    Provider provider = Provider.discover(trip);
    Registration machine = trip.landscape().people().client("m2m1");
    requireOpen(provider, machine, "client_secret in the header", trip);
    requireOpen(provider, machine.inBody(), "client_secret in the form", trip);
    requireOpen(provider, trip.landscape().people().client("m2mpkj"), "private_key_jwt", trip);
    trip.landscape()
        .people()
        .find("webmtls")
        .ifPresent(certified -> requireOpenByCertificate(provider, certified, trip));
    return withKey(provider, trip.landscape().people().client("pop"), trip);
  }

  private static void requireOpen(
      Provider provider, Registration client, String credential, Trip trip) {
    AccessToken token =
        new TokenCalls(provider, client)
            .send(new ClientCredentialsGrant(), api(client))
            .getAccessToken();
    ApiAnswer answer = ApiAnswer.toGet("/api/whoami", token, trip);
    trip.checks().require(answer.isOk(), "F18", "a token by " + credential + " opens the API");
  }

  private static void requireOpenByCertificate(Provider provider, Registration client, Trip trip) {
    if (client.credential() instanceof Credential.Certificate certificate) {
      Trip secured = trip.over(certificate.tls());
      AccessToken token =
          new TokenCalls(new Provider(provider.metadata(), secured.http()), client)
              .send(new ClientCredentialsGrant(), api(client))
              .getAccessToken();
      ApiAnswer answer =
          ApiAnswer.toGet(certificate.api().resolve("/api/pop"), token, secured.http());
      trip.checks().require(answer.isOk(), "F18", "a token by certificate opens the API, with it");
    }
  }

  /** The key that the token is bound to has nothing to do with the one the client is known by. */
  private static Arrival withKey(Provider provider, Registration client, Trip trip) {
    DpopKey key = DpopKey.generate(trip.landscape().clock());
    AccessToken token =
        new TokenCalls(provider, client)
            .send(new ClientCredentialsGrant(), api(client), key)
            .getAccessToken();
    ApiAnswer withNonce = ApiAnswer.toGet("/api/nonce", token, key, trip);
    trip.checks()
        .require(
            withNonce.isOk(),
            "F18",
            "an API that wants a nonce takes a proof with the one it gave");
    return new Arrival(TokenInWords.of(token), ApiAnswer.toGet("/api/pop", token, key, trip));
  }

  private static Map<String, List<String>> api(Registration client) {
    return Map.of("audience", List.of(client.audience()));
  }
}
