package io.bearergate.sample.flow;

import io.bearergate.sample.flow.Outcome.Arrival;
import java.util.List;
import java.util.Optional;

/** One documented way to a token, walked from the first click to the API's answer. */
public interface Flow {

  /** Its number in the flow specifications, such as {@code F01}. */
  String id();

  /** Its name on the command line, such as {@code authorization-code}. */
  String name();

  /**
   * Walks it.
   *
   * @throws RuntimeException if it has to be broken off
   */
  Arrival walk(Trip trip);

  /** Walks it with the scripted user. Whatever goes wrong is told in the outcome, never thrown. */
  default Outcome in(Landscape landscape) {
    return on(Trip.scripted(landscape));
  }

  /** The same on a trip that somebody else watches. */
  default Outcome on(Trip trip) {
    try {
      return Outcome.of(this, walk(trip), trip);
    } catch (RuntimeException e) {
      return Outcome.failed(this, e, trip);
    }
  }

  /** Every flow there is, in the order of the specifications. */
  static List<Flow> all() {
    return List.of(
        new AuthorizationCodeFlow(),
        new PkceFlow(),
        new PushedFlow(),
        new SignedFlow(),
        new PushedSignedFlow(),
        new RichFlow(),
        new JweFlow(),
        new FormPostFlow(),
        new SpaCookiesFlow(),
        new HybridFlow(),
        new ClientCredentialsFlow(),
        new DeviceFlow(),
        new PasswordFlow(),
        new CibaFlow(),
        new RefreshFlow(),
        new SeveralApisFlow(),
        new TryItFlow(),
        new CredentialsFlow());
  }

  /** The flow of this name or id, in any case. */
  static Optional<Flow> named(String name) {
    return all().stream()
        .filter(flow -> flow.name().equalsIgnoreCase(name) || flow.id().equalsIgnoreCase(name))
        .findFirst();
  }
}
