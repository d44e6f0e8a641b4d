package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import java.util.List;

/** The device authorization grant put together (RFC 8628). */
final class DeviceFeature {

  private final MockAuthorizationServer.Parts parts;
  private final ErrorProfile errors;
  private final DeviceRequests requests;

  DeviceFeature(MockAuthorizationServer.Parts parts, ErrorProfile errors) {
    this.parts = parts;
    this.errors = errors;
    this.requests = new DeviceRequests(parts.clock());
  }

  Grant grant() {
    return new PolledGrant(
        DeviceCodeGrant.GRANT_TYPE,
        "device_code",
        requests.byDeviceCode(),
        new PollReplies.ToDevice(errors),
        parts.responses(),
        parts.clock());
  }

  List<Endpoint> endpoints(InteractionForm.Desk desk) {
    BackChannel channel = new BackChannel(parts.clients());
    AccessReader reader = new AccessReader(parts.registry(), errors);
    UserCodeGuesses guesses = new UserCodeGuesses(parts.clock());
    return List.of(
        new DeviceEndpoint(channel, reader, requests, parts.address()),
        new ActivateEndpoint(requests, guesses, desk));
  }

  /** Decides in the user's place, without a browser. */
  Endpoint control() {
    return new DecisionControl("/__mock/device/", requests::findOpen, parts);
  }
}
