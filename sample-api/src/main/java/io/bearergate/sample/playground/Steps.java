package io.bearergate.sample.playground;

import io.bearergate.sample.flow.Credential;
import io.bearergate.sample.flow.Exchange;
import io.bearergate.sample.flow.Exchange.Message;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Party;
import io.bearergate.sample.flow.Registration;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Exchanges as steps between the parties of the picture. */
record Steps(Landscape landscape) {

  List<Map<String, Object>> all(List<Exchange> exchanges) {
    return exchanges.stream().map(this::step).toList();
  }

  private Map<String, Object> step(Exchange exchange) {
    return Map.of(
        "from", sender(exchange.sender()),
        "to", receiver(exchange.request().line()),
        "request", message(exchange.request()),
        "response", message(exchange.response()));
  }

  private static String sender(Party party) {
    return switch (party) {
      case USER_AGENT -> "browser";
      case CLIENT -> "client";
      case OTHER_DEVICE -> "device";
    };
  }

  private String receiver(String requestLine) {
    String target = requestLine.substring(requestLine.indexOf(' ') + 1);
    if (clients().anyMatch(at(target))) {
      return "client";
    }
    return apis().anyMatch(at(target)) ? "api" : "issuer";
  }

  /** Where browsers come back to, here and at the page that has a server of its own. */
  private Stream<URI> clients() {
    return Stream.concat(
        Stream.of(landscape.api().resolve(Site.CALLBACK)),
        landscape.surroundings().pageBackend().stream());
  }

  /** Also where it asks for certificates. */
  private Stream<URI> apis() {
    return Stream.concat(
        Stream.of(landscape.api()),
        landscape.people().clients().values().stream()
            .map(Registration::credential)
            .filter(Credential.Certificate.class::isInstance)
            .map(credential -> ((Credential.Certificate) credential).api()));
  }

  private static Predicate<URI> at(String target) {
    return address -> target.startsWith(address.toString());
  }

  private static Map<String, Object> message(Message message) {
    return Map.of("line", message.line(), "headers", message.headers(), "body", message.body());
  }
}
