package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbprintTest {

  @Test
  @DisplayName("RS.11 + the jkt of RFC 9449 section 6.1")
  void namesPublishedKey() {
    assertThat(Thumbprint.ofKey(PublishedProof.KEY)).isEqualTo(PublishedProof.THUMBPRINT);
  }

  @Test
  @DisplayName("RS.11 + the ath of RFC 9449 section 7.1")
  void namesPublishedToken() {
    assertThat(Thumbprint.of(PublishedProof.TOKEN.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "ES512", "Ed25519", "Ed448"})
  void namesKeysOfEveryTypeAsOthersDo(String algorithm) {
    TestKey key = TestKey.generate(algorithm, "k");

    assertThat(Thumbprint.ofKey(key.publicJwk())).isEqualTo(key.thumbprint());
  }

  @Test
  void leavesOutWhatIsNoPartOfTheKey() {
    Map<String, Object> more = new HashMap<>(PublishedProof.KEY);
    more.put("kid", "k");
    more.put("e", "AQAB");

    assertThat(Thumbprint.ofKey(more)).isEqualTo(PublishedProof.THUMBPRINT);
  }

  @Test
  void comparesWhole() {
    assertThat(Thumbprint.equal("abc", "abc")).isTrue();
    assertThat(Thumbprint.equal("abc", "abd")).isFalse();
    assertThat(Thumbprint.equal("abc", "ab")).isFalse();
  }
}
