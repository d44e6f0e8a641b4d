package io.bearergate.sample.flow;

import java.util.List;
import java.util.Optional;

/** One documented way to a token, walked from the first click to the API's answer. */
public interface Flow {

  /** Its number in the flow specifications, such as {@code F01}. */
  String id();

  /** Its name on the command line, such as {@code authorization-code}. */
  String name();

  /** Walks it. Whatever goes wrong is told in the outcome, never thrown. */
  Outcome walk();

  /** Every flow there is, in the order of the specifications. */
  static List<Flow> all(Landscape landscape) {
    return List.of(
        new AuthorizationCodeFlow(landscape),
        new PkceFlow(landscape),
        new ClientCredentialsFlow(landscape));
  }

  /** The flow of this name or id, in any case. */
  static Optional<Flow> named(String name, Landscape landscape) {
    return all(landscape).stream()
        .filter(flow -> flow.name().equalsIgnoreCase(name) || flow.id().equalsIgnoreCase(name))
        .findFirst();
  }
}
