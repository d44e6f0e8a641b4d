package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.CallRoute;
import io.bearergate.keys.TestCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteReaderTest {

  private static TestCertificate certificate;
  private static TestCertificate other;
  private static TestCertificate expired;
  @TempDir Path directory;

  @BeforeAll
  static void makeCertificates() {
    certificate = TestCertificate.selfSigned("one.example");
    other = TestCertificate.selfSigned("two.example");
    expired = TestCertificate.expired("three.example");
  }

  private String file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(directory, "store", ""), content).toString();
  }

  private static TestConfig with(String... keysAndValues) {
    TestConfig config = TestConfig.valid();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.initParam(keysAndValues[i], keysAndValues[i + 1]);
    }
    return config;
  }

  private static CallRoute route(TestConfig config) {
    return config.read().keys().route();
  }

  @Test
  void goesAsTheJvmIsSetUpWhenNothingIsSaid() {
    assertThat(route(TestConfig.valid())).isEqualTo(CallRoute.OF_THE_JVM);
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, proxy.example, 3128",
    "http://10.0.0.1:80/, 10.0.0.1, 80",
    "'http://[fd00::1]:8080', fd00::1, 8080",
  })
  void readsAProxyAndLooksUpNoName(String text, String host, int port) {
    assertThat(route(with("proxy", text)).proxy())
        .contains(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
  }

  @Test
  void readsThatThereIsNoProxy() {
    assertThat(route(with("proxy", "none")).proxy()).contains(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.example:3128, no address of a proxy",
    "https://proxy.example:3128, no address of a proxy",
    "socks://proxy.example:1080, no address of a proxy",
    "http://proxy.example:3128/x, no address of a proxy",
    "http://proxy.example:3128?x, no address of a proxy",
    "http://proxy.example:3128#x, names no port",
    "http://proxy.example, names no port",
    "http://proxy.example:0, names no port",
    "http://proxy.example:65536, names no port",
    "direct, no address of a proxy",
    "http://%%, no address of a proxy",
    "http://me:s3cr3t@proxy.example:3128, holds user information",
  })
  void refusesWhatIsNoProxy(String text, String problem) {
    assertThat(with("proxy", text).problem())
        .startsWith("proxy \"")
        .contains(problem)
        .doesNotContain("s3cr3t");
  }

  @Test
  void readsCertificatesToTrust() throws IOException {
    TestConfig onTheClassPath =
        with("trust-store", "classpath:/ca.pem").resource("ca.pem", certificate.pem());

    assertThat(route(onTheClassPath).trusted()).isPresent();
    assertThat(route(with("trust-store", file(expired.pem() + other.pem()))).trusted()).isPresent();
    assertThat(
            route(
                    with(
                        "trust-store",
                        file(certificate.trustingPkcs12()),
                        "trust-store-password",
                        "changeit"))
                .trusted())
        .isPresent();
  }

  @Test
  void readsOurCertificate() throws IOException {
    String pem = file(certificate.pem() + certificate.keyPem());

    assertThat(route(with("key-store", pem)).own()).isPresent();
    assertThat(
            route(with("key-store", file(certificate.pkcs12()), "key-store-password", "changeit"))
                .own())
        .isPresent();
  }

  @Test
  void refusesTrustStoresThatNobodyCanBeTrustedBy() throws IOException {
    assertThat(with("trust-store", "/nowhere.pem").problem())
        .contains("cannot be read: there is no such file", "Write a file, or classpath:NAME.");
    assertThat(with("trust-store", file("hello")).problem()).contains("neither PEM nor PKCS #12");
    assertThat(with("trust-store", file("")).problem()).contains("neither PEM nor PKCS #12");
    assertThat(with("trust-store", file("-----BEGIN X-----\n-----END X-----")).problem())
        .contains("holds no certificate to trust");
    assertThat(with("trust-store", file(expired.pem())).problem()).contains("not valid now");
    assertThat(with("trust-store", file(certificate.pem().replace("MII", "AAA"))).problem())
        .contains("malformed certificate, number 1");
    assertThat(with("trust-store", file(certificate.pem() + certificate.keyPem())).problem())
        .contains("holds a private key");
    assertThat(with("trust-store", file(certificate.trustingPkcs12())).problem())
        .contains("holds no certificate to trust");
  }

  @Test
  void refusesKeyStoresThatCannotServe() throws IOException {
    assertThat(with("key-store", file(certificate.pem())).problem())
        .contains("holds 0 private keys and 1 certificates");
    assertThat(with("key-store", file(certificate.keyPem())).problem())
        .contains("holds 1 private keys and 0 certificates");
    assertThat(with("key-store", file(other.pem() + certificate.keyPem())).problem())
        .contains("one of another key");
    assertThat(with("key-store", file(expired.pem() + expired.keyPem())).problem())
        .contains("not valid now");
    String encrypted = certificate.keyPem().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    assertThat(with("key-store", file(certificate.pem() + encrypted)).problem())
        .contains("is not plain PKCS #8");
    assertThat(
            with("key-store", file(certificate.trustingPkcs12()), "key-store-password", "changeit")
                .problem())
        .contains("holds no private key with its certificate, or wants key-store-password");
  }

  @ParameterizedTest
  @CsvSource({"trust-store", "key-store"})
  void refusesWrongAndStrayPasswordsAndPrintsNone(String store) throws IOException {
    String password = store + "-password";
    String pem = file(certificate.pem());

    assertThat(with(store, file(certificate.pkcs12()), password, "s3cr3t").problem())
        .startsWith(store + " \"")
        .contains("cannot be opened with this password")
        .doesNotContain("s3cr3t");
    assertThat(with(store, pem, password, "s3cr3t").problem())
        .contains("is PEM, which has no password")
        .doesNotContain("s3cr3t");
    assertThat(with(password, "s3cr3t").problem())
        .startsWith(password + " (hidden)")
        .contains("is nothing without " + store)
        .doesNotContain("s3cr3t");
  }

  @Test
  void printsNothingOfAKeyThatWasWrittenInPlaceOfAFile() {
    assertThat(with("key-store", certificate.keyPem()).problem())
        .startsWith("key-store (keys) (web.xml")
        .contains("cannot be read");
  }

  @Test
  void letsNoTrustStoreForAllReplaceTheApplicationsOwn() throws IOException {
    String own = file(certificate.pem());
    String others = file(other.pem());

    assertThat(with("trust-store", own).env("BEARERGATE_TRUST_STORE", others).problem())
        .contains("is for every filter of this JVM and would replace");
    assertThat(route(TestConfig.valid().env("BEARERGATE_TRUST_STORE", others)).trusted())
        .isPresent();
  }
}
