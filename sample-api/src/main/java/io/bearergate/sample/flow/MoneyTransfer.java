package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.rar.AuthorizationType;
import java.util.Map;
import java.util.UUID;
import net.minidev.json.JSONObject;

/** A transfer as a client asks for it and then orders it. */
record MoneyTransfer(String transactionId, long amount) {

  private static final String CURRENCY = "USD";
  private static final String SOURCE = "xxxx1234";
  private static final String DESTINATION = "xxxx9876";

  static MoneyTransfer of(long amount) {
    return new MoneyTransfer(UUID.randomUUID().toString(), amount);
  }

  MoneyTransfer withAmount(long otherAmount) {
    return new MoneyTransfer(transactionId, otherAmount);
  }

  /** For the authorization server, and its consent page. */
  AuthorizationDetail asDetail() {
    return new AuthorizationDetail.Builder(new AuthorizationType("money_transfer"))
        .field("transactionId", transactionId)
        .field("instructedAmount", new JSONObject(Map.of("amount", amount, "currency", CURRENCY)))
        .field("sourceAccount", SOURCE)
        .field("destinationAccount", DESTINATION)
        .field("beneficiary", "Dana Example")
        .build();
  }

  /** For the API. */
  Map<String, Object> asOrder() {
    return Map.of(
        "amount", amount,
        "currency", CURRENCY,
        "sourceAccount", SOURCE,
        "destinationAccount", DESTINATION);
  }
}
