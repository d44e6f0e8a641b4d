package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RS.7 encodings with one spelling only")
class Base64UrlTest {

  @Test
  void decodesTheExampleOfRfc7515AppendixC() {
    assertThat(Base64Url.decode("A-z_4ME"))
        .hasValue(new byte[] {3, (byte) 236, (byte) 255, (byte) 224, (byte) 193});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "A", "AAAAA", "QQ==", "QUI=", "Q Q", "QQ\n", "A+z/4ME", "QR", "QUJ", "Qé", "QQ.", "Q=Q="
      })
  void refusesEveryOtherSpelling(String text) {
    assertThat(Base64Url.decode(text)).isEmpty();
  }
}
