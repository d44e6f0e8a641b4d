package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.bearergate.sample.flow.ApiAnswer.ApiAccess;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.util.List;
import java.util.Map;

/** F11: a service that acts for itself (RFC 6749 §4.4). Two API calls, one token. */
final class ClientCredentialsFlow implements Flow {

  private final Landscape landscape;

  ClientCredentialsFlow(Landscape landscape) {
    this.landscape = landscape;
  }

  @Override
  public String id() {
    return "F11";
  }

  @Override
  public String name() {
    return "client-credentials";
  }

  @Override
  public Outcome walk() {
    RecordedHttp http = new RecordedHttp();
    try {
      return Outcome.of(this, callTwice(http), http);
    } catch (RuntimeException e) {
      return Outcome.failed(this, e, http);
    }
  }

  private Arrival callTwice(RecordedHttp http) {
    Provider provider = Provider.discover(landscape.issuer(), http);
    CachedToken token = new CachedToken(() -> fetch(provider), landscape.clock());
    ApiAccess access = new ApiAccess(landscape.api(), http);
    ApiAnswer first = ApiAnswer.toGet("/api/whoami", token.token(), access);
    ApiAnswer second = ApiAnswer.toGet("/api/notes", token.token(), access);
    return new Arrival(TokenInWords.of(token.token()), first.isOk() ? second : first);
  }

  private AccessToken fetch(Provider provider) {
    Registration machine = landscape.people().machine();
    return new TokenCalls(provider, machine)
        .send(new ClientCredentialsGrant(), Map.of("audience", List.of(machine.audience())))
        .getAccessToken();
  }
}
