package io.bearergate.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RS.7 JSON that two readers could understand differently")
class JsonReaderTest {

  @Test
  void readsEveryKindOfValue() {
    assertThat(
            read(" {\"t\":\"x\",\"n\":-7,\"d\":1.50,\"b\":true,\"f\":false,\"a\":[1,[]],\"o\":{\"k\":\"v\"}}\n")
                .orElseThrow())
        .containsEntry("t", "x")
        .containsEntry("n", -7L)
        .containsEntry("d", new BigDecimal("1.50"))
        .containsEntry("b", true)
        .containsEntry("f", false)
        .containsEntry("a", List.of(1L, List.of()))
        .containsEntry("o", Map.of("k", "v"));
  }

  @Test
  void keepsNullAsAMemberWithoutValue() {
    assertThat(read("{\"cnf\":null}").orElseThrow()).containsKey("cnf").containsValue(null);
  }

  @Test
  void unescapesText() {
    assertThat(read("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"}").orElseThrow())
        .containsEntry("a", "\"\\/\b\f\n\r\té😀");
  }

  @Test
  void readsUtf8() {
    assertThat(read("{\"name\":\"Ünï 😀\"}").orElseThrow()).containsEntry("name", "Ünï 😀");
  }

  @Test
  void readsWhatIsNotAsciiBesideEscapes() {
    assertThat(read("{\"ü\\n😀\":\"😀\\té\\\\ü\"}").orElseThrow())
        .containsExactly(Map.entry("ü\n😀", "😀\té\\ü"));
  }

  @Test
  void makesOneNameForAllTokens() {
    assertThat(read("{\"iss\":1}").orElseThrow().keySet().iterator().next())
        .isSameAs(read("{\"iss\":2}").orElseThrow().keySet().iterator().next());
  }

  @Test
  void keepsNamesApartThatDifferInOneCharacter() {
    assertThat(read("{\"iss\":1,\"is\":2,\"isS\":3,\"isss\":4,\"ïss\":5}").orElseThrow())
        .containsOnlyKeys("iss", "is", "isS", "isss", "ïss");
  }

  @Test
  void refusesAKnownNameSpeltInTwoWays() {
    assertThat(read("{\"iss\":1,\"\\u0069ss\":2}")).isEmpty();
  }

  @Test
  void refusesASecondMemberBesideANullOfItsName() {
    assertThat(read("{\"iss\":null,\"iss\":null}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "-9223372036854775808", "0", "-0"})
  void readsEvery64BitIntegerAsLong(String number) {
    assertThat(read("{\"n\":" + number + "}").orElseThrow())
        .containsEntry("n", Long.valueOf(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "1e400", "0.5", "1E+2"})
  void readsEveryOtherNumberExactly(String number) {
    assertThat(read("{\"n\":" + number + "}").orElseThrow())
        .containsEntry("n", new BigDecimal(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "7",
        "{",
        "{}{}",
        "{} x",
        "{,}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":tru}",
        "{\"a\":TRUE}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":5.}",
        "{\"a\":1e}",
        "{\"a\":1e1000}",
        "{\"a\":-}",
        "{\"a\":0x10}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u00g0\"}",
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\ude00\\ud83d\"}",
        "{\"a\":\"tab\there\"}",
        "{\"a\":\"new\nline\\n\"}",
        "{\"a\":\"open}",
        "{\"a\":1}//",
        "/**/{}",
        "\uFEFF{}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"o\":{\"a\":1,\"a\":2}}"
      })
  void refusesEverythingElse(String json) {
    assertThat(read(json)).isEmpty();
  }

  @Test
  void refusesMalformedUtf8() {
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAE, '"', ':', '1', '}'};

    assertThat(JsonReader.readObject(overlong)).isEmpty();
  }

  @Test
  void refusesSurrogatesEncodedAsUtf8() {
    byte[] surrogate = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};

    assertThat(JsonReader.readObject(surrogate)).isEmpty();
  }

  @Test
  void refusesUtf8CutShortByTheQuote() {
    byte[] cut = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

    assertThat(JsonReader.readObject(cut)).isEmpty();
  }

  @Test
  void readsTheDeepestNestingAllowed() {
    assertThat(read(nested(JsonReader.DEEPEST - 1))).isPresent();
  }

  @Test
  void refusesDeeperNesting() {
    assertThat(read(nested(JsonReader.DEEPEST))).isEmpty();
  }

  @Test
  void refusesNestingThatWouldOverflowTheStack() {
    assertThat(read(nested(100_000))).isEmpty();
  }

  @Test
  void refusesNumbersLongerThanAnyNeedsToBe() {
    assertThat(read("{\"a\":" + "1".repeat(JsonReader.LONGEST_NUMBER + 1) + "}")).isEmpty();
  }

  private static String nested(int arrays) {
    return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
  }

  private static Optional<Map<String, Object>> read(String json) {
    return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
  }
}
