package io.bearergate.sample.api;

import io.bearergate.token.AuthorizationDetail;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A transfer of money, as it is ordered. */
record Transfer(BigDecimal amount, String currency, String source, String destination) {

  /** The type of the authorization details that grant one. */
  static final String TYPE = "money_transfer";

  /** The order, if it is one. */
  static Optional<Transfer> parse(Map<String, Object> order) {
    return order.get("amount") instanceof Number amount
            && order.get("currency") instanceof String currency
            && order.get("sourceAccount") instanceof String source
            && order.get("destinationAccount") instanceof String destination
        ? Optional.of(
            new Transfer(new BigDecimal(amount.toString()), currency, source, destination))
        : Optional.empty();
  }

  /** Whether this very transfer was granted: to the cent, and from and to these accounts. */
  boolean isGrantedBy(AuthorizationDetail detail) {
    return detail
            .field("instructedAmount.amount")
            .asAmount()
            .filter(granted -> granted.compareTo(amount) == 0)
            .isPresent()
        && is(currency, detail, "instructedAmount.currency")
        && is(source, detail, "sourceAccount")
        && is(destination, detail, "destinationAccount");
  }

  private static boolean is(String ordered, AuthorizationDetail detail, String field) {
    return detail.field(field).asText().filter(ordered::equals).isPresent();
  }

  Map<String, Object> asJson() {
    return Map.of(
        "amount", amount,
        "currency", currency,
        "sourceAccount", source,
        "destinationAccount", destination);
  }
}
