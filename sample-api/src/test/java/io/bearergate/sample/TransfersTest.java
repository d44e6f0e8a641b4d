package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransfersTest extends StageTest {

  private static final String ORDER =
      """
      {"amount":2500,"currency":"USD","sourceAccount":"xxxx1234","destinationAccount":"xxxx9876"}""";
  private static final String GRANT =
      """
      {"type":"money_transfer","instructedAmount":{"amount":2500,"currency":"USD"},\
      "sourceAccount":"xxxx1234","destinationAccount":"xxxx9876","beneficiary":"Dana Example"}""";
  private static final String INSUFFICIENT = "Bearer realm=\"api\", error=\"insufficient_scope\"";

  @Test
  @DisplayName("F06.1 + the transfer that was granted is made")
  void makesTheTransferThatWasGranted() {
    HttpResponse<String> answer = order(ORDER, tokenWith("[" + GRANT + "]"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer)).containsKey("done");
  }

  @ParameterizedTest
  @DisplayName("F06.1 + amounts are compared as numbers, and other objects do not matter")
  @ValueSource(strings = {"2500", "2500.0", "2500.00", "2.5e3"})
  void comparesAmountsAsNumbers(String amount) {
    String order = ORDER.replace("2500", amount);
    String details = "[{\"type\":\"payment_initiation\"}," + GRANT + "]";

    assertThat(order(order, tokenWith(details)).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F06.1 + a token of 6 KB is read like any other")
  void readsLongTokens() {
    String remark = "{\"type\":\"payment_initiation\",\"remark\":\"" + "r".repeat(250) + "\"}";
    String token = tokenWith("[" + (remark + ",").repeat(16) + GRANT + "]");

    assertThat(token).hasSizeGreaterThan(6 * 1024);
    assertThat(order(ORDER, token).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F06.4 − another amount, currency or account is 403")
  @CsvSource({
    "2500, 2501",
    "2500, 2499.99",
    "2500, -2500",
    "USD, EUR",
    "USD, usd",
    "xxxx1234, xxxx1235",
    "xxxx9876, xxxx9877"
  })
  void refusesAnotherTransfer(String granted, String ordered) {
    assertForbidden(order(ORDER.replace(granted, ordered), tokenWith("[" + GRANT + "]")));
  }

  @ParameterizedTest
  @DisplayName("F06.4 − another type, and what the grant does not say, is 403")
  @CsvSource({
    "money_transfer, payment_initiation",
    "sourceAccount, account",
    "instructedAmount, amount",
    "2500, true"
  })
  void refusesWhatTheGrantDoesNotSay(String member, String instead) {
    assertForbidden(order(ORDER, tokenWith("[" + GRANT.replace(member, instead) + "]")));
  }

  @Test
  @DisplayName("F06.4 − the amount of one object and the account of another are no grant")
  void comparesWithinOneObject() {
    String other = GRANT.replace("2500", "9000").replace("xxxx9876", "xxxx5555");
    String mixed = ORDER.replace("2500", "9000");

    assertForbidden(order(mixed, tokenWith("[" + GRANT + "," + other + "]")));
  }

  @Test
  @DisplayName("F06.5 − a token without details is 403")
  void refusesTokenWithoutDetails() {
    assertForbidden(order(ORDER, userToken(Fixtures.BILLING_API, "pay:bills")));
  }

  @Test
  @DisplayName("F06.5 − a token for another API is 401, as is none")
  void refusesTokenOfAnotherApi() {
    HttpResponse<String> foreign = order(ORDER, tokenFor(Fixtures.NOTES_API, "[" + GRANT + "]"));

    assertThat(foreign.statusCode()).isEqualTo(401);
    assertThat(challenge(foreign)).contains("error=\"invalid_token\"");
    assertThat(Wire.post(uri(), ORDER, "application/json").statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("F06.4 − a grant is good for one transfer")
  void takesGrantOnce() {
    String token = tokenWith("[" + GRANT + "]");
    order(ORDER, token);

    assertThat(order(ORDER, token).statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("F06.4 − a transaction that is named is good for one transfer, whatever the token")
  void takesTransactionOnce() {
    String named =
        GRANT
            .replace("}", ",\"transactionId\":\"t-1\"}")
            .replace("\"USD\",\"transactionId\":\"t-1\"}", "\"USD\"}");
    order(ORDER, tokenWith("[" + named + "]"));

    assertThat(order(ORDER, tokenWith("[" + named + "]")).statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("F06.4 − a grant with neither a transaction nor a token of a name is never good")
  void refusesGrantThatCannotBeToldFromOthers() {
    String token = minted(claims(Fixtures.BILLING_API, "[" + GRANT + "]", ""));

    assertThat(order(ORDER, token).statusCode()).isEqualTo(409);
  }

  @Test
  @DisplayName("F06.4 − of many orders at the same time exactly one is carried out")
  void takesGrantOnceInParallel() {
    String token = tokenWith("[" + GRANT + "]");

    List<Integer> statuses =
        Stream.generate(() -> token)
            .limit(16)
            .parallel()
            .map(same -> order(ORDER, same).statusCode())
            .toList();

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
  }

  @Test
  @DisplayName("F06.4 + a refused order does not use the grant up")
  void keepsGrantOverRefusal() {
    String token = tokenWith("[" + GRANT + "]");
    assertForbidden(order(ORDER.replace("2500", "9999"), token));

    assertThat(order(ORDER, token).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F06.4 − what is no order is 400")
  @ValueSource(
      strings = {
        "not JSON",
        "[]",
        "{}",
        "{\"amount\":\"2500\",\"currency\":\"USD\",\"sourceAccount\":\"a\",\"destinationAccount\":\"b\"}",
        "{\"amount\":1,\"amount\":2,\"currency\":\"USD\",\"sourceAccount\":\"a\",\"destinationAccount\":\"b\"}"
      })
  void refusesWhatIsNoOrder(String body) {
    assertThat(order(body, tokenWith("[" + GRANT + "]")).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("F06.4 − other methods and other paths are 403")
  void opensNothingElse() {
    String token = tokenWith("[" + GRANT + "]");

    assertThat(get("api/transfers", token).statusCode()).isEqualTo(403);
    assertThat(
            Wire.post(
                    uri() + "/more", ORDER, "application/json", "Authorization", "Bearer " + token)
                .statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<String> order(String order, String token) {
    return Wire.post(uri(), order, "application/json", "Authorization", "Bearer " + token);
  }

  private static String uri() {
    return stage.api().address() + "api/transfers";
  }

  private static String tokenWith(String details) {
    return tokenFor(Fixtures.BILLING_API, details);
  }

  private static String tokenFor(String audience, String details) {
    return minted(claims(audience, details, ",\"jti\":\"" + UUID.randomUUID() + "\""));
  }

  private static String claims(String audience, String details, String more) {
    long now = clock.instant().getEpochSecond();
    return """
        {"iss":"%s","sub":"auth0|alice","aud":"%s","iat":%d,"exp":%d,"authorization_details":%s%s}
        """
        .formatted(stage.issuer().issuer(), audience, now, now + 3600, details, more);
  }

  private static void assertForbidden(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(challenge(answer)).isEqualTo(INSUFFICIENT);
  }
}
