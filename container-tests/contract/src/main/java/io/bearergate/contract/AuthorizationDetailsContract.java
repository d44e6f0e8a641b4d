package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths that ask for a grant in detail (RFC 9396), and the application that compares it. */
public abstract class AuthorizationDetailsContract extends SharedApiContract {

  private static final Map<String, Object> GRANT =
      Map.of(
          "type",
          "transfer",
          "actions",
          List.of("initiate"),
          "instructedAmount",
          Map.of("amount", new BigDecimal("2500.10"), "currency", "USD"),
          "account",
          "9876");

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api()).serving("/api/transfers", new Transfers());
  }

  @ParameterizedTest
  @CsvSource({"2500.10, 200", "2500.1, 200", "2500.11, 403", "2501, 403", "-2500.10, 403"})
  @DisplayName("F06.4 the amount of the operation is compared with that of the token, exactly")
  void comparesAmount(String amount, int status) {
    assertThat(transfer(amount, "9876", List.of(GRANT)).status()).isEqualTo(status);
  }

  @Test
  @DisplayName("F06.4 − other account 403")
  void refusesOtherAccount() {
    assertThat(transfer("2500.10", "1234", List.of(GRANT)).status()).isEqualTo(403);
  }

  @Test
  @DisplayName("F06.4 − the amount of one entry with the account of another 403")
  void comparesWithinOneEntry() {
    Map<String, Object> other =
        Map.of("type", "transfer", "account", "1234", "instructedAmount", Map.of("amount", "9.99"));

    assertThat(transfer("9.99", "9876", List.of(GRANT, other)).status()).isEqualTo(403);
    assertThat(transfer("9.99", "1234", List.of(GRANT, other)).status()).isEqualTo(200);
  }

  static Stream<Named<Object>> others() {
    return Stream.of(
        Named.of("other type", List.of(Map.of("type", "payment"))),
        Named.of("other case", List.of(Map.of("type", "Transfer"))),
        Named.of("longer type", List.of(Map.of("type", "transfer.initiate"))),
        Named.of("object", GRANT),
        Named.of("text", "[{\"type\":\"transfer\"}]"),
        Named.of("no entry", List.of()),
        Named.of("no type", List.of(Map.of("actions", List.of("initiate")))),
        Named.of("type as number", List.of(Map.of("type", 1))),
        Named.of("beside what is no object", List.of(GRANT, "transfer")),
        Named.of("beside an entry without type", List.of(GRANT, Map.of("x", "y"))),
        Named.of(
            "for another API",
            List.of(Map.of("type", "transfer", "locations", List.of("https://other.test/")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  @DisplayName("F06.4 − other or malformed details: C7")
  void refusesOtherDetails(Object details) {
    Refusal.C7.isGivenBy(transfer("2500.10", "9876", details));
  }

  @Test
  @DisplayName("F06.5 − token without details: C7")
  void refusesTokenWithoutDetails() {
    Refusal.C7.isGivenBy(api.get("/api/transfers", api.tokenWith("transfer")));
  }

  @Test
  @DisplayName("F06.4 + the rule's action; − C7 another action, or none")
  void asksForAction() {
    assertThat(approve("approve", "x").status()).isEqualTo(200);
    Refusal.C7.isGivenBy(approve("initiate"));
    Refusal.C7.isGivenBy(approve("Approve"));
    Refusal.C7.isGivenBy(approve());
  }

  @Test
  @DisplayName("RS.1 step 14 before step 16: C5, although the details are missing too")
  void asksForSignInBeforeDetails() {
    Refusal.C5_ACR.isGivenBy(api.get("/api/big-transfers", api.token()));
  }

  private Answer approve(String... actions) {
    Map<String, Object> detail =
        actions.length == 0
            ? Map.of("type", "transfer")
            : Map.of("type", "transfer", "actions", List.of(actions));
    return api.get(
        "/api/approvals", api.token(t -> t.claim("authorization_details", List.of(detail))));
  }

  private Answer transfer(String amount, String account, Object details) {
    return api.send(
        RawRequest.get("/api/transfers")
            .header("X-Amount", amount)
            .header("X-Account", account)
            .bearer(api.token(t -> t.claim("authorization_details", details))));
  }
}
