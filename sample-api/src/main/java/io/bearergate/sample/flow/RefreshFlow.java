package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;
import java.util.Optional;

/**
 * F15: a page that goes on without asking its user (RFC 6749 §6). Its refresh token is good once
 * and brings the next one; at the end the page gives the last one back (RFC 7009).
 */
record RefreshFlow() implements Flow {

  private static final String SCOPES = "openid offline_access read:notes";

  @Override
  public String id() {
    return "F15";
  }

  @Override
  public String name() {
    return "refresh";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration page = trip.landscape().people().client("spa1");
    Provider provider = Provider.discover(trip);
    CodeClient client = new CodeClient(provider, page, trip);
    LoginAttempt attempt = new LoginAttempt();
    Callback callback =
        trip.person().travel(client.authorizationUri(attempt, SCOPES), client.redirectUri());
    OIDCTokens first = client.redeem(callback, attempt);
    RefreshToken before = refreshTokenIn(first, trip);
    OIDCTokens second = client.refresh(before, first.getIDToken());
    RefreshToken after = refreshTokenIn(second, trip);
    trip.checks().require(!after.equals(before), "F15", "the refresh token is a new one");
    ApiAnswer answer = ApiAnswer.toGet("/api/notes", second.getAccessToken(), trip);
    giveBack(after, page, provider, trip);
    return new Arrival(
        TokenInWords.of(second.getAccessToken()) + " + ID token + refresh token", answer);
  }

  private static RefreshToken refreshTokenIn(OIDCTokens tokens, Trip trip) {
    Optional<RefreshToken> token = Optional.ofNullable(tokens.getRefreshToken());
    trip.checks().require(token.isPresent(), "F15", "there is a refresh token");
    return token.orElseThrow();
  }

  private static void giveBack(
      RefreshToken token, Registration page, Provider provider, Trip trip) {
    URI endpoint =
        provider.endpoint("revocation_endpoint", OIDCProviderMetadata::getRevocationEndpointURI);
    TokenRevocationRequest request =
        page.authentication(provider.issuer())
            .map(proof -> new TokenRevocationRequest(endpoint, proof, token))
            .orElseGet(
                () -> new TokenRevocationRequest(endpoint, new ClientID(page.clientId()), token));
    HTTPResponse answer = trip.http().exchange(request.toHTTPRequest());
    trip.checks()
        .require(answer.getStatusCode() == HTTPResponse.SC_OK, "F15", "the last one is given back");
  }
}
