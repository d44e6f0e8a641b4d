package io.bearergate.sample.issuer;

import java.util.Optional;

/** Which API a request names, by {@code audience} or its synonym {@code resource} (RFC 8707). */
record Target(Optional<String> audience, Optional<String> resource) {

  static Target of(Parameters parameters) {
    return new Target(parameters.single("audience"), parameters.single("resource"));
  }

  boolean isNamed() {
    return name().isPresent();
  }

  Optional<String> name() {
    return audience.or(() -> resource);
  }

  boolean isContradictory() {
    return audience.isPresent() && resource.isPresent() && !audience.equals(resource);
  }

  /** The API, if there is one of this name that the client may go to. */
  Optional<Api> apiFor(Client client, Registry registry) {
    return name().flatMap(registry::api).filter(api -> client.scopesAt(api).isPresent());
  }
}
