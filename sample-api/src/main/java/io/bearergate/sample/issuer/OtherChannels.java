package io.bearergate.sample.issuer;

import java.util.ArrayList;
import java.util.List;

/** The grants in which no browser comes back to the client, as far as they are switched on. */
final class OtherChannels {

  private final IssuerOptions options;
  private final DeviceFeature device;
  private final PasswordFeature password;
  private final CibaFeature ciba;
  private final Grant exchange;

  OtherChannels(MockAuthorizationServer.Parts parts, IssuerOptions options) {
    this.options = options;
    this.device = new DeviceFeature(parts, options.errors());
    this.password = new PasswordFeature(parts, options);
    this.ciba = new CibaFeature(parts, options.errors());
    this.exchange =
        new ExchangeGrant(
            new AccessReader(parts.registry(), options.errors()),
            parts.registry(),
            parts.keys(),
            parts.responses());
  }

  List<Grant> grants() {
    List<Grant> grants = new ArrayList<>(password.grants());
    grants.add(device.grant());
    if (options.has(Feature.CIBA)) {
      grants.add(ciba.grant());
    }
    if (options.has(Feature.TOKEN_EXCHANGE)) {
      grants.add(exchange);
    }
    return grants;
  }

  /** All grants that the token endpoint knows by name, if only to refuse them. */
  List<Grant> withThoseSwitchedOff(List<Grant> grants) {
    return password.withThoseSwitchedOff(grants);
  }

  List<Endpoint> endpoints(InteractionForm.Desk desk) {
    List<Endpoint> endpoints = new ArrayList<>(device.endpoints(desk));
    endpoints.addAll(password.endpoints());
    if (options.has(Feature.CIBA)) {
      endpoints.addAll(ciba.endpoints(desk));
    }
    if (options.has(Feature.CONTROLS)) {
      endpoints.add(device.control());
      endpoints.addAll(ciba.controls());
    }
    return endpoints;
  }
}
