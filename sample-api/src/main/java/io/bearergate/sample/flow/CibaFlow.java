package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** F14: a call centre asks a user who is on the telephone (CIBA Core, poll mode). */
record CibaFlow() implements Flow {

  private static final Scope SCOPES = new Scope("openid", "read:bills", "pay:bills");
  private static final Duration STANDARD_INTERVAL = Duration.ofSeconds(5); // CIBA Core §7.3
  private static final int TRANSACTIONS = 10_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String id() {
    return "F14";
  }

  @Override
  public String name() {
    return "ciba";
  }

  @Override
  public Arrival walk(Trip trip) {
    DirectWalk walk = DirectWalk.as("ciba1", trip);
    Account user = trip.landscape().people().user("alice");
    String message = "Pay-2500.K" + RANDOM.nextInt(TRANSACTIONS);
    CIBARequestAcknowledgement asked = ask(walk, user, message);
    Polling polling = new Polling(walk.tokenCalls(), trip, terms(asked, message, trip));
    Tokens tokens =
        polling
            .ask()
            .orElseGet(
                () -> {
                  link(message, trip).ifPresent(trip.person()::approve);
                  return polling.askOn();
                });
    IDTokenClaimsSet claims = walk.checked(tokens);
    trip.checks()
        .require(
            claims.getSubject().getValue().equals(user.subject()),
            "F14",
            "the user is the one who was asked for");
    return walk.callApi("/api/billing/bills", tokens);
  }

  private static CIBARequestAcknowledgement ask(DirectWalk walk, Account user, String message) {
    Registration callCentre = walk.registration();
    String issuer = walk.provider().issuer();
    CIBARequest request =
        new CIBARequest.Builder(callCentre.authentication(issuer).orElseThrow(), SCOPES)
            .loginHint(user.hint().of(issuer, user))
            .bindingMessage(message)
            .customParameter("audience", callCentre.audience())
            .endpointURI(
                walk.provider()
                    .endpoint(
                        "backchannel_authentication_endpoint",
                        OIDCProviderMetadata::getBackChannelAuthenticationEndpointURI))
            .build();
    HTTPResponse response = walk.provider().http().exchange(request.toHTTPRequest());
    try {
      return CIBARequestAcknowledgement.parse(response);
    } catch (ParseException e) {
      throw new CheckFailed("ciba", "status " + response.getStatusCode());
    }
  }

  private static Polling.Terms terms(CIBARequestAcknowledgement asked, String message, Trip trip) {
    Instant end = trip.landscape().clock().instant().plusSeconds(asked.getExpiresIn());
    return new Polling.Terms(
        new CIBAGrant(asked.getAuthRequestID()),
        Optional.ofNullable(asked.getMinWaitInterval())
            .map(Duration::ofSeconds)
            .orElse(STANDARD_INTERVAL),
        end,
        () -> notice(message, trip));
  }

  private static String notice(String message, Trip trip) {
    String where = link(message, trip).map(link -> "open " + link).orElse("see your own device");
    return where + " and compare the message " + message;
  }

  private static Optional<URI> link(String message, Trip trip) {
    return trip.landscape().surroundings().inbox().apply(message);
  }
}
