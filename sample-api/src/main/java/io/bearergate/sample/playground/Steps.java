package io.bearergate.sample.playground;

import io.bearergate.sample.flow.Exchange;
import io.bearergate.sample.flow.Exchange.Message;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Party;
import java.util.List;
import java.util.Map;

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
    String api = landscape.api().toString();
    if (target.startsWith(landscape.api().resolve(Site.CALLBACK).toString())) {
      return "client";
    }
    return target.startsWith(api) ? "api" : "issuer";
  }

  private static Map<String, Object> message(Message message) {
    return Map.of("line", message.line(), "headers", message.headers(), "body", message.body());
  }
}
