package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
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
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 256})
  void decodesEveryLength(int length) {
    byte[] octets = new byte[length];
    new Random(length).nextBytes(octets);

    assertThat(Base64Url.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(octets)))
        .hasValue(octets);
  }

  @Test
  void decodesAPartOfMore() {
    byte[] text = "QQ.A-z_4ME.QQ".getBytes(StandardCharsets.US_ASCII);

    assertThat(Base64Url.decode(text, 3, 10))
        .hasValue(new byte[] {3, (byte) 236, (byte) 255, (byte) 224, (byte) 193});
  }

  @Test
  void refusesEveryOtherCharacterAtEveryPlace() {
    for (int octet = Byte.MIN_VALUE; octet <= Byte.MAX_VALUE; octet++) {
      boolean known = octet > 0 && (Character.isLetterOrDigit(octet) || "-_".indexOf(octet) >= 0);
      for (int place = 0; place < 7; place++) {
        byte[] text = "AAAAAAA".getBytes(StandardCharsets.US_ASCII);
        text[place] = (byte) octet;
        boolean canonical = place < 6 || "AEIMQUYcgkosw048".indexOf(octet) >= 0;

        assertThat(Base64Url.decode(text, 0, 7).isPresent()).isEqualTo(known && canonical);
      }
    }
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
