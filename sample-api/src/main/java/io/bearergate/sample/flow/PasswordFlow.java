package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.token.Tokens;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.util.List;
import java.util.Map;

/**
 * F13: a user who types the password into the client (RFC 6749 §4.3), which RFC 9700 §2.4 forbids.
 * It is here to be seen, not to be taken up.
 */
record PasswordFlow() implements Flow {

  @Override
  public String id() {
    return "F13";
  }

  @Override
  public String name() {
    return "password";
  }

  @Override
  public Arrival walk(Trip trip) {
    DirectWalk walk = DirectWalk.as("ropg1", trip);
    Tokens tokens =
        walk.tokenCalls()
            .send(
                typedIn(trip),
                Map.of(
                    "audience",
                    List.of(walk.registration().audience()),
                    "scope",
                    List.of("openid read:notes")));
    walk.checked(tokens);
    return walk.callApi("/api/notes", tokens);
  }

  /** Used at once, and kept nowhere. */
  private static ResourceOwnerPasswordCredentialsGrant typedIn(Trip trip) {
    Account user = trip.landscape().people().user("alice");
    return new ResourceOwnerPasswordCredentialsGrant(user.username(), new Secret(user.password()));
  }
}
