package io.bearergate.contract;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.token.AuthorizationDetail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;

/** Transfers money as an application would: only what an entry of the token grants as a whole. */
record Transfers() implements Handler {

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response) {
    boolean granted =
        BearergatePrincipal.from(request)
            .orElseThrow()
            .token()
            .authorizationDetails("transfer")
            .stream()
            .anyMatch(detail -> isFor(request, detail));
    response.setStatus(granted ? 200 : 403);
  }

  private static boolean isFor(HttpServletRequest order, AuthorizationDetail detail) {
    BigDecimal wanted = new BigDecimal(order.getHeader("X-Amount"));
    return detail
            .field("instructedAmount.amount")
            .asAmount()
            .filter(amount -> amount.compareTo(wanted) == 0)
            .isPresent()
        && detail
            .field("account")
            .asText()
            .filter(order.getHeader("X-Account")::equals)
            .isPresent();
  }
}
