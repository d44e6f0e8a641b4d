package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.json.JsonReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("F06 authorization_details of a token")
class AuthorizationDetailTest {

  private static final String TRANSFER =
      """
      {"type":"money_transfer","actions":["initiate","status"],
       "locations":["https://api.example.com/payments"],
       "instructedAmount":{"amount":2500.10,"currency":"USD"},
       "dotted.name":{"in.side":true}}""";

  @Test
  void givesEntriesOfTheTypeInTheirOrder() {
    AccessToken token =
        token(
            """
            [{"type":"a","n":1},{"type":"b"},{"type":"a","n":2},{"type":"A"}]""");

    assertThat(token.authorizationDetails("a"))
        .extracting(detail -> detail.field("n").asLong().orElseThrow())
        .containsExactly(1L, 2L);
    assertThat(token.authorizationDetails("c")).isEmpty();
  }

  @Test
  void givesTheCommonFields() {
    AuthorizationDetail detail = only(TRANSFER);

    assertThat(detail.type()).isEqualTo("money_transfer");
    assertThat(detail.actions()).containsExactly("initiate", "status");
    assertThat(detail.locations()).containsExactly("https://api.example.com/payments");
  }

  @Test
  void givesFieldsByTheirPath() {
    AuthorizationDetail detail = only(TRANSFER);

    assertThat(detail.field("instructedAmount.currency").asText()).contains("USD");
    assertThat(detail.field("\"dotted.name\".\"in.side\"").asBoolean()).contains(true);
    assertThat(detail.field("instructedAmount.missing").isPresent()).isFalse();
    assertThat(detail.fields()).containsKeys("type", "instructedAmount", "dotted.name");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "2500, 2500",
        "2500.10, 2500.10",
        "\"2500.10\", 2500.10",
        "9007199254740993, 9007199254740993",
        "0.1, 0.1",
        "1e3, 1E+3",
        "-5, -5",
        "\"0.00000000000000000001\", 1E-20",
      })
  void givesAmountsAsWritten(String json, String amount) {
    AuthorizationDetail detail = only("{\"type\":\"a\",\"amount\":" + json + "}");

    assertThat(detail.field("amount").asAmount()).contains(new BigDecimal(amount));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"1e3\"",
        "\"1,5\"",
        "\"1.\"",
        "\".5\"",
        "\"+1\"",
        "\" 1\"",
        "\"0x1\"",
        "\"NaN\"",
        "\"\u0661\"",
        "true",
        "null",
        "[1]",
        "{\"amount\":1}"
      })
  void givesNoAmountThatCouldBeReadInTwoWays(String json) {
    AuthorizationDetail detail = only("{\"type\":\"a\",\"amount\":" + json + "}");

    assertThat(detail.field("amount").asAmount()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"money_transfer\"",
        "1",
        "{\"type\":\"money_transfer\"}",
        "[]",
        "[null]",
        "[\"money_transfer\"]",
        "[[{\"type\":\"money_transfer\"}]]",
        "[{}]",
        "[{\"type\":1}]",
        "[{\"type\":[\"money_transfer\"]}]",
        "[{\"type\":\"\"}]",
        "[{\"type\":\"money_transfer\"},{\"amount\":1}]",
        "[{\"type\":\"money_transfer\"},1]",
        "[{\"type\":\"money_transfer\",\"actions\":\"initiate\"}]",
        "[{\"type\":\"money_transfer\",\"actions\":[\"initiate\",1]}]",
        "[{\"type\":\"money_transfer\",\"actions\":null}]",
        "[{\"type\":\"money_transfer\",\"locations\":\"https://api.example.com\"}]",
        "[{\"type\":\"money_transfer\",\"locations\":[{}]}]",
      })
  void grantsNothingWhereTheClaimIsMalformed(String json) {
    assertThat(token(json).authorizationDetails("money_transfer")).isEmpty();
  }

  @Test
  void grantsNothingWhereThereIsNoClaim() {
    assertThat(TestTokens.with(Map.of()).authorizationDetails("money_transfer")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[\"https://api.example.com\"]",
        "[\"https://api.example.com/\"]",
        "[\"https://api.example.com/payments/7\"]",
        "[\"https://other.example.com\",\"https://api.example.com\"]",
      })
  void givesEntriesForThisApi(String locations) {
    assertThat(at(locations)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"https://other.example.com\"]",
        "[\"https://api.example.com.evil.test/\"]",
        "[\"https://api.example.co\"]",
        "[\"HTTPS://API.EXAMPLE.COM\"]",
        "[\"\"]",
      })
  void leavesOutEntriesForOtherApis(String locations) {
    assertThat(at(locations)).isEmpty();
  }

  @Test
  void showsNothingOfTheGrant() {
    assertThat(only(TRANSFER)).hasToString("AuthorizationDetail");
  }

  private static List<AuthorizationDetail> at(String locations) {
    return token("[{\"type\":\"a\",\"locations\":" + locations + "}]").authorizationDetails("a");
  }

  private static AuthorizationDetail only(String entry) {
    return AuthorizationDetail.allOf(token("[" + entry + "]").claim("authorization_details"))
        .get(0);
  }

  private static AccessToken token(String details) {
    String payload = "{\"authorization_details\":" + details + "}";
    return TestTokens.with(
        JsonReader.readObject(payload.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }
}
