package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** F12: a television, and a user with a telephone at hand (RFC 8628). */
record DeviceFlow() implements Flow {

  private static final Scope SCOPES = new Scope("openid", "offline_access", "read:notes");

  @Override
  public String id() {
    return "F12";
  }

  @Override
  public String name() {
    return "device";
  }

  @Override
  public Arrival walk(Trip trip) {
    DirectWalk walk = DirectWalk.as("tv1", trip);
    DeviceAuthorizationSuccessResponse codes = begin(walk);
    URI link =
        Optional.ofNullable(codes.getVerificationURIComplete()).orElse(codes.getVerificationURI());
    Polling polling = new Polling(walk.tokenCalls(), trip, terms(codes, link, trip));
    Tokens tokens =
        polling
            .ask()
            .orElseGet(
                () -> {
                  trip.person().approve(link);
                  return polling.askOn();
                });
    walk.checked(tokens);
    return walk.callApi("/api/notes", tokens);
  }

  private static DeviceAuthorizationSuccessResponse begin(DirectWalk walk) {
    Registration device = walk.registration();
    DeviceAuthorizationRequest request =
        device
            .authentication(walk.provider().issuer())
            .map(DeviceAuthorizationRequest.Builder::new)
            .orElseGet(
                () -> new DeviceAuthorizationRequest.Builder(new ClientID(device.clientId())))
            .scope(SCOPES)
            .customParameter("audience", device.audience())
            .endpointURI(
                walk.provider()
                    .endpoint(
                        "device_authorization_endpoint",
                        OIDCProviderMetadata::getDeviceAuthorizationEndpointURI))
            .build();
    HTTPResponse response = walk.provider().http().exchange(request.toHTTPRequest());
    try {
      return DeviceAuthorizationResponse.parse(response).toSuccessResponse();
    } catch (ParseException | ClassCastException e) {
      throw new CheckFailed("device", "status " + response.getStatusCode());
    }
  }

  private static Polling.Terms terms(
      DeviceAuthorizationSuccessResponse codes, URI link, Trip trip) {
    Instant end = trip.landscape().clock().instant().plusSeconds(codes.getLifetime());
    return new Polling.Terms(
        new DeviceCodeGrant(codes.getDeviceCode()),
        Duration.ofSeconds(codes.getInterval()),
        end,
        () -> "open " + link + " and compare the code " + codes.getUserCode());
  }
}
