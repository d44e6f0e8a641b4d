package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;
import java.util.List;

/**
 * F06: the user agrees to one transfer of money, and one is what the token is good for (RFC 9396).
 */
record RichFlow() implements Flow {

  private static final String BILLING_API = "https://api.bearergate.test/billing";
  private static final String TRANSFERS = "/api/transfers";
  private static final int FORBIDDEN = 403;

  @Override
  public String id() {
    return "F06";
  }

  @Override
  public String name() {
    return "rar";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration payer = trip.landscape().people().client("web1").at(BILLING_API);
    MoneyTransfer agreed = MoneyTransfer.of(2500);
    AccessToken token = tokenFor(agreed.asDetail(), payer, trip);
    ApiAnswer done = ApiAnswer.toPost(TRANSFERS, agreed.asOrder(), token, trip);
    ApiAnswer more = ApiAnswer.toPost(TRANSFERS, agreed.withAmount(2501).asOrder(), token, trip);
    trip.checks().require(more.status() == FORBIDDEN, "RAR", "the API refuses another amount");
    return new Arrival(TokenInWords.of(token) + " + one money_transfer", done);
  }

  private static AccessToken tokenFor(AuthorizationDetail detail, Registration payer, Trip trip) {
    Provider provider = Provider.discover(trip);
    CodeClient client = new CodeClient(provider, payer, trip);
    LoginAttempt attempt = new LoginAttempt();
    URI start =
        new RequestSender(provider, payer, trip)
            .pushed(
                client.request(attempt, "openid").authorizationDetails(List.of(detail)).build());
    AccessToken token =
        client.redeem(trip.person().travel(start, client.redirectUri()), attempt).getAccessToken();
    trip.checks()
        .require(
            List.of(detail).equals(token.getAuthorizationDetails()),
            "RAR",
            "what was granted is what was asked for");
    return token;
  }
}
