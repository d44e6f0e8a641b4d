package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {

  @Test
  void readsDottedNames() {
    assertThat(ClaimPath.parse("realm_access.roles").names())
        .containsExactly("realm_access", "roles");
  }

  @Test
  void readsQuotedNamesThatHoldDots() {
    assertThat(ClaimPath.parse("\"https://example.com/roles\"").names())
        .containsExactly("https://example.com/roles");
  }

  @Test
  void readsBothTogether() {
    assertThat(ClaimPath.parse("resource_access.\"my.client\".roles").names())
        .containsExactly("resource_access", "my.client", "roles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "\"a", "a\"", "\"\"", "\"a\"b", "a\"b\""})
  void refusesWhatIsNoPath(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClaimPath.parse(text));
  }

  @Test
  void findsNothingBelowAValueThatIsNoObject() {
    assertThat(ClaimPath.parse("sub.name").in(Map.of("sub", "alice"))).isEmpty();
  }
}
