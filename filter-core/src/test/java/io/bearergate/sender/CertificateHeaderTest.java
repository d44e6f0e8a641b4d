package io.bearergate.sender;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestCertificate;
import io.bearergate.test.TestKey;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateHeaderTest {

  private static final TestCertificate OWN = TestCertificate.selfSigned();
  private static final TestCertificate OTHER =
      TestCertificate.of(TestKey.generate("RS256", "other"));

  private static final String BASE64 = base64(OWN.der());
  private static final String PEM = pem(OWN);
  private static final String ESCAPED = escaped(PEM);

  private static String base64(byte[] der) {
    return Base64.getEncoder().encodeToString(der);
  }

  private static String pem(TestCertificate certificate) {
    String lines =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.der()) + "\n";
    return "-----BEGIN CERTIFICATE-----\n" + lines + "-----END CERTIFICATE-----\n";
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, US_ASCII).replace("+", "%20");
  }

  /** As AWS has it: {@code +=/} stand for themselves. */
  private static String escapedByAws(String text) {
    return escaped(text).replace("%2B", "+").replace("%3D", "=").replace("%2F", "/");
  }

  static Stream<Arguments> forms() {
    String element =
        "By=spiffe://a/b;Hash=00ff;Cert=\"" + ESCAPED + "\";Subject=\"CN=a\\\"b,\";URI=";
    return Stream.of(
        Arguments.of("client-cert", ":" + BASE64 + ":"),
        Arguments.of("xfcc", element),
        Arguments.of("xfcc", "cert=" + escaped(PEM)),
        Arguments.of("xfcc", "DNS=a;DNS=b; Cert=\"" + ESCAPED + "\""),
        Arguments.of(
            "xfcc", "Cert=\"" + ESCAPED + "\";Chain=\"" + ESCAPED + escaped(pem(OTHER)) + "\""),
        Arguments.of("x-ssl-client-cert", ESCAPED),
        Arguments.of("x-ssl-client-cert", PEM.replace("\n", "\n\t").strip()),
        Arguments.of("x-ssl-client-cert", PEM.replace("\n", " ").strip()),
        Arguments.of("x-ssl-client-cert", BASE64),
        Arguments.of("x-ssl-client-cert", escaped(BASE64)),
        Arguments.of("x-amzn-mtls-clientcert", escapedByAws(PEM)),
        Arguments.of("x-amzn-mtls-clientcert", escapedByAws(PEM + pem(OTHER) + pem(OTHER))),
        Arguments.of("client-certificate", ESCAPED));
  }

  @ParameterizedTest
  @MethodSource("forms")
  @DisplayName("RS.12 + each form that proxies write")
  void readsForm(String key, String value) {
    assertThat(read(key, value)).isEqualTo("own");
  }

  static Stream<Arguments> faults() {
    String sequence = ":" + BASE64 + ":";
    String element = "Cert=\"" + ESCAPED + "\"";
    return Stream.concat(
        Stream.of("client-cert", "xfcc", "x-ssl-client-cert", "x-amzn-mtls-clientcert")
            .flatMap(CertificateHeaderTest::faultsOfAll),
        Stream.of(
            Arguments.of("client-cert", BASE64),
            Arguments.of("client-cert", sequence + ";a=1"),
            Arguments.of("client-cert", sequence + ", " + sequence),
            Arguments.of("client-cert", sequence + "," + sequence),
            Arguments.of("client-cert", ":" + BASE64),
            Arguments.of("client-cert", ":" + BASE64.replace("=", "") + ":A"),
            Arguments.of("client-cert", ":" + PEM + ":"),
            Arguments.of("client-cert", ESCAPED),
            Arguments.of("client-cert", "\"" + BASE64 + "\""),
            Arguments.of("xfcc", ESCAPED),
            Arguments.of("xfcc", element + "," + element),
            Arguments.of("xfcc", element + ",By=a"),
            Arguments.of("xfcc", "By=a," + element),
            Arguments.of("xfcc", element + ";" + element),
            Arguments.of("xfcc", element + ";"),
            Arguments.of("xfcc", element + ","),
            Arguments.of("xfcc", element + " x"),
            Arguments.of("xfcc", "Cert=\"" + ESCAPED),
            Arguments.of("xfcc", "Subject=\"" + element + "\""),
            Arguments.of("xfcc", "Subject=\"\\\";Cert=" + ESCAPED + "\""),
            Arguments.of("xfcc", "Hash=" + hex(OWN)),
            Arguments.of("x-ssl-client-cert", ESCAPED + "," + ESCAPED),
            Arguments.of("x-ssl-client-cert", escaped(PEM + pem(OTHER))),
            Arguments.of("x-ssl-client-cert", escaped(PEM + PEM)),
            Arguments.of("x-ssl-client-cert", BASE64 + "," + BASE64),
            Arguments.of("x-ssl-client-cert", escaped(escaped(PEM))),
            Arguments.of("x-ssl-client-cert", PEM.replace("CERTIFICATE", "X509 CERTIFICATE")),
            Arguments.of("x-ssl-client-cert", PEM.replace("CERTIFICATE", "PRIVATE KEY")),
            Arguments.of("x-ssl-client-cert", "Subject: a\n" + PEM),
            Arguments.of("x-ssl-client-cert", escaped(PEM) + "%0"),
            Arguments.of("x-ssl-client-cert", escaped(PEM) + "%zz"),
            Arguments.of("x-ssl-client-cert", escaped(PEM) + "%00"),
            Arguments.of("x-ssl-client-cert", escaped(PEM) + "%e9"),
            Arguments.of("x-amzn-mtls-clientcert", escapedByAws(PEM + "x")),
            Arguments.of("x-amzn-mtls-clientcert", escapedByAws(PEM + pem(OTHER) + "x")),
            Arguments.of("x-amzn-mtls-clientcert", escapedByAws(PEM) + "," + escapedByAws(PEM)),
            Arguments.of("client-certificate", escaped(PEM + PEM)),
            Arguments.of("client-certificate", "SUCCESS")));
  }

  private static String hex(TestCertificate certificate) {
    StringBuilder hex = new StringBuilder();
    for (byte octet : Base64.getUrlDecoder().decode(certificate.thumbprint())) {
      hex.append(String.format("%02x", octet));
    }
    return hex.toString();
  }

  private static Stream<Arguments> faultsOfAll(String key) {
    byte[] longer = Arrays.copyOf(OWN.der(), OWN.der().length + 1);
    byte[] shorter = Arrays.copyOf(OWN.der(), OWN.der().length - 1);
    return Stream.of(
        Arguments.of(key, ""),
        Arguments.of(key, "null"),
        Arguments.of(key, "(null)"),
        Arguments.of(key, wrapped(key, "")),
        Arguments.of(key, wrapped(key, base64(longer))),
        Arguments.of(key, wrapped(key, base64(shorter))),
        Arguments.of(key, wrapped(key, base64(PEM.getBytes(US_ASCII)))),
        Arguments.of(key, wrapped(key, BASE64 + BASE64)),
        Arguments.of(key, wrapped(key, BASE64 + "!")),
        Arguments.of(key, wrapped(key, BASE64.substring(0, 40) + " " + BASE64.substring(40))),
        Arguments.of(key, wrapped(key, BASE64 + "A".repeat(20_000))));
  }

  private static String wrapped(String key, String base64) {
    return switch (key) {
      case "client-cert" -> ":" + base64 + ":";
      case "xfcc" -> "Cert=\"" + base64 + "\"";
      default -> base64;
    };
  }

  @ParameterizedTest
  @MethodSource("faults")
  @DisplayName("RS.12 − whatever is not exactly one certificate in that form")
  void readsNothingElse(String key, String value) {
    assertThat(read(key, value)).isEqualTo("none");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RS.12 − the header twice, the same or not")
  void readsNoRepeatedValue(CertificateHeader header) {
    String value = header == CertificateHeader.CLIENT_CERT ? ":" + BASE64 + ":" : ESCAPED;

    assertThat(header.read(List.of(value, value))).isEmpty();
    assertThat(header.read(List.of(value, ""))).isEmpty();
    assertThat(header.read(List.of())).isEmpty();
  }

  @Test
  @DisplayName("RS.12 − longer than any certificate, though in form")
  void readsNothingTooLong() {
    assertThat(read("x-ssl-client-cert", ESCAPED + "%0A".repeat(6_000))).isEqualTo("none");
    assertThat(read("x-ssl-client-cert", ESCAPED + "%0A".repeat(60))).isEqualTo("own");
  }

  @Test
  @DisplayName("RS.12 − ten thousand escapes and quotes end soon")
  void endsOnHostileQuotes() {
    assertThat(read("xfcc", "Subject=\"" + "\\\"".repeat(8_000))).isEqualTo("none");
    assertThat(read("xfcc", "a=b;".repeat(4_000))).isEqualTo("none");
    assertThat(read("x-ssl-client-cert", "-----BEGIN CERTIFICATE-----" + " ".repeat(16_000)))
        .isEqualTo("none");
  }

  private static String read(String key, String value) {
    CertificateHeader header =
        Arrays.stream(CertificateHeader.values())
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow();
    return header
        .read(List.of(value))
        .map(found -> found.equals(OWN.certificate()) ? "own" : "another")
        .orElse("none");
  }
}
