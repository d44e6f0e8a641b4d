package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.json.JsonReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimTest {

  @Test
  @DisplayName("RS.17 − who holds a token cannot write into it, however deep")
  void givesNothingThatCanBeChanged() {
    Map<String, Object> object =
        JsonReader.readObject(
                "{\"cnf\":{\"jkt\":\"x\"},\"a\":[[]]}".getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    Map<String, Object> bound = new Claim(object.get("cnf")).asObject().orElseThrow();
    List<?> inner = (List<?>) new Claim(object.get("a")).asList().get(0);

    assertThatThrownBy(object::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(bound::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> inner.add(null)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void readsWordsOfAStringPartedBySpaces() {
    assertThat(new Claim("read write").asWords()).containsExactly("read", "write");
  }

  @Test
  void readsWordsOfAnArray() {
    assertThat(new Claim(List.of("read", "write")).asWords()).containsExactly("read", "write");
  }

  @Test
  void readsWordsOfAnObjectFromItsMemberNames() {
    assertThat(new Claim(Map.of("admin", Map.of("org", "1"))).asWords()).containsExactly("admin");
  }

  @Test
  void readsNoWordsFromOtherValues() {
    assertThat(new Claim(7L).asWords()).isEmpty();
  }

  @Test
  void doesNotPartTheStringsOfAnArray() {
    assertThat(new Claim(List.of("read write")).asWords()).containsExactly("read write");
  }

  @Test
  void leavesOutWhatIsNoString() {
    assertThat(new Claim(List.of("read", 7L)).asTexts()).containsExactly("read");
  }

  @Test
  void isEmptyWhenOfAnotherType() {
    Claim text = new Claim("7");

    assertThat(text.asLong()).isEmpty();
    assertThat(text.asBoolean()).isEmpty();
    assertThat(text.asTime()).isEmpty();
    assertThat(text.asObject()).isEmpty();
    assertThat(text.asList()).isEmpty();
  }

  @Test
  void readsNumbersExactly() {
    assertThat(new Claim(new BigDecimal("2500.10")).asDecimal())
        .contains(new BigDecimal("2500.10"));
    assertThat(new Claim(7L).asLong()).contains(7L);
  }

  @Test
  void readsTimes() {
    assertThat(new Claim(1893456000L).asTime()).contains(Instant.parse("2030-01-01T00:00:00Z"));
  }

  @Test
  void showsNothingOfItsValue() {
    assertThat(new Claim("secret")).hasToString("Claim[present]");
  }
}
