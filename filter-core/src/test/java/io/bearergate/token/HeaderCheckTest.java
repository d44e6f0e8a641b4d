package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.ALGORITHM_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.CRITICAL_HEADER;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.TYPE_NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.json.JsonReader;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.rejection.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RS.2, RS.10 what a header may say")
class HeaderCheckTest {

  private final HeaderCheck any = new HeaderCheck(Set.of(JwsAlgorithm.RS256), false);
  private final HeaderCheck strict = new HeaderCheck(Set.of(JwsAlgorithm.RS256), true);

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "JWT", "jwt"})
  void admitsTypesOfAccessTokens(String type) {
    assertThat(ask(any, "{\"alg\":\"RS256\",\"typ\":\"" + type + "\"}")).isEmpty();
  }

  @Test
  void admitsHeaderWithoutType() {
    assertThat(ask(any, "{\"alg\":\"RS256\"}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"logout+jwt\"",
        "\"dpop+jwt\"",
        "\"secevent+jwt\"",
        "\"oauth-authz-req+jwt\"",
        "\"client-authentication+jwt\"",
        "\"token-introspection+jwt\"",
        "\"JARM\"",
        "\"application/jwt\"",
        "\"at+jwt \"",
        "\"\"",
        "null",
        "7",
        "[\"at+jwt\"]"
      })
  void refusesEveryOtherType(String type) {
    assertThat(ask(any, "{\"alg\":\"RS256\",\"typ\":" + type + "}")).contains(TYPE_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"RS256\",\"typ\":\"application/at+jwt\"}"
      })
  void admitsOnlyTheTypeOfRfc9068WhenStrict(String header) {
    assertThat(ask(strict, header)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"alg\":\"RS256\"}", "{\"alg\":\"RS256\",\"typ\":\"JWT\"}"})
  void refusesLooserTypesWhenStrict(String header) {
    assertThat(ask(strict, header)).contains(TYPE_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"none\"",
        "\"None\"",
        "\"NONE\"",
        "\"nOnE\"",
        "\"HS256\"",
        "\"HS512\"",
        "\"rs256\"",
        "\"RS256 \"",
        "\"RS384\"",
        "\"\"",
        "null",
        "[\"RS256\"]",
        "7"
      })
  void refusesEveryAlgorithmThatIsNotAllowed(String algorithm) {
    assertThat(ask(any, "{\"alg\":" + algorithm + "}")).contains(ALGORITHM_NOT_ALLOWED);
  }

  @Test
  void refusesHeaderWithoutAlgorithm() {
    assertThat(ask(any, "{}")).contains(ALGORITHM_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"exp\"]", "[\"b64\"]", "[]", "null", "{}", "\"exp\"", "[\"x\",\"x\"]"})
  void refusesCriticalParameters(String critical) {
    assertThat(ask(any, "{\"alg\":\"RS256\",\"crit\":" + critical + "}")).contains(CRITICAL_HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "null", "\"true\"", "0"})
  void refusesUnencodedPayload(String value) {
    assertThat(ask(any, "{\"alg\":\"RS256\",\"b64\":" + value + "}")).contains(CRITICAL_HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[\"key-1\"]", "{}"})
  void refusesKeyIdThatIsNoString(String keyId) {
    assertThat(ask(any, "{\"alg\":\"RS256\",\"kid\":" + keyId + "}")).contains(MALFORMED_TOKEN);
  }

  private static Optional<Rejection.Reason> ask(HeaderCheck check, String json) {
    JoseHeader header =
        new JoseHeader(JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    return check.check(header).map(Rejection::reason);
  }
}
