package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.issuer.ControlEndpoint.Lever;
import java.util.List;
import java.util.function.Function;

/**
 * The control plane, for tests and demonstrations: whoever is on this machine may then move the
 * clock, change the keys, break endpoints and read what was asked.
 */
record Controls(Outages outages, Journal journal) {

  static final String PREFIX = "/__mock/";

  static Controls create() {
    return new Controls(new Outages(), new Journal());
  }

  /** Whether a path is the control plane's own. */
  static boolean has(String path) {
    return path.startsWith(PREFIX);
  }

  List<Endpoint> endpoints(MockAuthorizationServer.Parts parts) {
    SigningKeys keys = parts.keys();
    return List.of(
        at("clock", new ClockLever(parts.clock())),
        at("token", new MintLever(keys)),
        at("keys/publish", new KeyLever(keys, keys::publish)),
        at("keys/rotate", new KeyLever(keys, keys::rotate)),
        at("keys/remove", new KeyLever(keys, keys::remove)),
        at("outage", outages),
        journal);
  }

  /** What is inside, with its outages, and every request to it noted. */
  Function<IncomingRequest, HTTPResponse> around(Function<IncomingRequest, HTTPResponse> inside) {
    return incoming -> {
      if (has(incoming.path())) {
        return inside.apply(incoming);
      }
      HTTPResponse response =
          outages
              .strike(incoming.path())
              .map(Replies::uncached)
              .orElseGet(() -> inside.apply(incoming));
      journal.note(incoming, response);
      return response;
    };
  }

  private static Endpoint at(String name, Lever lever) {
    return new ControlEndpoint(PREFIX + name, lever);
  }
}
