package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.http.RequestView;
import io.bearergate.http.TestRequest;
import io.bearergate.test.TestCertificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  private static final ProxyAddresses TRUSTED =
      ProxyAddresses.of(List.of("10.0.0.0/24", "2001:db8::7"));
  private static final String PROXY = "10.0.0.5";
  private static final String STRANGER = "10.0.1.5";
  private static final String RECEIVED = "http://backend:8080/a%20b";
  private static final TestCertificate OF_CLIENT = TestCertificate.selfSigned();
  private static final TestCertificate OF_PROXY = TestCertificate.selfSigned();
  private static final String CLIENT_CERT =
      ":" + Base64.getEncoder().encodeToString(OF_CLIENT.der()) + ":";

  private static TestRequest from(String peer) {
    return new TestRequest("GET", "/a%20b").at("http://backend:8080").from(peer);
  }

  private static RequestView seen(ForwardedForm form, TestRequest request) {
    return new Proxies(TRUSTED, Optional.empty(), Optional.of(form)).seen(request);
  }

  private static RequestView byHeader(TestRequest request) {
    return new Proxies(TRUSTED, Optional.of(CertificateHeader.CLIENT_CERT), Optional.empty())
        .seen(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host=api.example.com;proto=https | https://api.example.com/a%20b",
        "Host=API.example.com;Proto=HTTPS | HTTPS://API.example.com/a%20b",
        "for=192.0.2.9;proto=https;host=\"api.example.com:8443\" | https://api.example.com:8443/a%20b",
        "for=\"[2001:db8::1]:4711\"; host=\"[2001:db8::2]\"; proto=http | http://[2001:db8::2]/a%20b",
        "host=evil;proto=http, for=192.0.2.9;host=api;proto=https | https://api/a%20b",
        "host=evil;proto=http, for=unknown;host=api;proto=https | https://api/a%20b",
        "host=evil;proto=http, for=_x;host=api;proto=https | https://api/a%20b",
        "host=evil;proto=http, host=api;proto=https | https://api/a%20b",
        "host=evil;proto=http, for=10.0.1.5;host=api;proto=https | https://api/a%20b",
        "host=api;proto=https, for=10.0.0.6;host=inner;proto=http | https://api/a%20b",
        "host=api;proto=https, for=\"10.0.0.6:80\";host=inner;proto=http | https://api/a%20b",
        "host=api;proto=https, for=\"[2001:db8::7]:80\";host=inner;proto=http | https://api/a%20b",
        "host=evil;proto=http, for=192.0.2.9;host=api;proto=https, for=10.0.0.6;host=x;proto=http | https://api/a%20b",
        "for=10.0.0.6;host=api;proto=https | https://api/a%20b",
        "host=api;proto=https, for=10.0.0.6, for=10.0.0.7 | https://api/a%20b",
        "host=api;proto=https;secret=\"a\\\"b,;\" | https://api/a%20b",
      })
  @DisplayName("RS.11 + Forwarded: the element of the outermost trusted proxy")
  void goesByForwarded(String value, String target) {
    assertThat(seen(ForwardedForm.RFC7239, from(PROXY).with("Forwarded", value)).target())
        .isEqualTo(target);
  }

  @Test
  @DisplayName("RS.11 + Forwarded in two lines is one list")
  void joinsLines() {
    TestRequest request =
        from(PROXY)
            .with("Forwarded", "host=evil;proto=https")
            .with("Forwarded", "for=192.0.2.9;host=api;proto=https");

    assertThat(seen(ForwardedForm.RFC7239, request).target()).isEqualTo("https://api/a%20b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "host=api",
        "proto=https",
        "for=192.0.2.9",
        "host=api;proto=https,",
        ",host=api;proto=https",
        "host=api;proto=https;",
        "host=api;proto=https;host=api",
        "host=api;proto=https;proto=https",
        "x=1;x=2,host=api;proto=https",
        "host=api;proto=wss",
        "host=api;proto=\"\"",
        "host=\"\";proto=https",
        "host=\"a b\";proto=https",
        "host=\"a/b\";proto=https",
        "host=\"a@b\";proto=https",
        "host=\"a?b\";proto=https",
        "host=\"a:b\";proto=https",
        "host=\"a:\";proto=https",
        "host=\"a:123456\";proto=https",
        "host=\"[::1\";proto=https",
        "host=\"api;proto=https",
        "host = api;proto=https",
        "host=api proto=https",
        "host=api&proto=https",
        "host=\u00e4;proto=https",
        "=api;proto=https",
        "host;proto=https",
        "garbage, host=api;proto=https",
      })
  @DisplayName("RS.11 − Forwarded that is malformed, or does not say it: no address at all")
  void knowsNoAddressByMalformedForwarded(String value) {
    assertThat(seen(ForwardedForm.RFC7239, from(PROXY).with("Forwarded", value)).target())
        .isEmpty();
  }

  @Test
  @DisplayName("RS.11 − Forwarded of more than 8192 characters")
  void readsNoEndlessForwarded() {
    String endless = "for=x,".repeat(2_000) + "host=api;proto=https";

    assertThat(seen(ForwardedForm.RFC7239, from(PROXY).with("Forwarded", endless)).target())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https, api.example.com,      https://api.example.com/a%20b",
    "HTTP,  api.example.com:8080, HTTP://api.example.com:8080/a%20b",
    "https, '[::1]:8443',         'https://[::1]:8443/a%20b'",
    "'',    api.example.com,      ''",
    "https, '',                   ''",
    "'https, http', api,          ''",
    "https, 'api, inner',         ''",
    "https, 'evil,api',           ''",
    "ftp,   api,                  ''",
    "https, api/x,                ''",
    "https, a@b,                  ''",
    "https, ' api',               ''",
  })
  @DisplayName("RS.11 X-Forwarded-Proto and -Host, one plain value each")
  void goesByXForwarded(String scheme, String host, String target) {
    TestRequest request =
        from(PROXY).with("X-Forwarded-Proto", scheme).with("X-Forwarded-Host", host);

    assertThat(seen(ForwardedForm.X_FORWARDED, request).target()).isEqualTo(target);
  }

  @Test
  @DisplayName("RS.11 − X-Forwarded-Host or -Proto twice, or not at all")
  void knowsNoAddressByRepeatedXForwarded() {
    TestRequest noHost = from(PROXY).with("X-Forwarded-Proto", "https");
    TestRequest noScheme = from(PROXY).with("X-Forwarded-Host", "api");
    TestRequest twice =
        from(PROXY)
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "api")
            .with("X-Forwarded-Host", "api");

    assertThat(seen(ForwardedForm.X_FORWARDED, noHost).target()).isEmpty();
    assertThat(seen(ForwardedForm.X_FORWARDED, noScheme).target()).isEmpty();
    assertThat(seen(ForwardedForm.X_FORWARDED, twice).target()).isEmpty();
  }

  @Test
  @DisplayName("RS.11 − what a client can slip past most proxies: port, prefix and the other form")
  void readsNoOtherField() {
    TestRequest request =
        from(PROXY)
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "api")
            .with("X-Forwarded-Port", "8443")
            .with("X-Forwarded-Prefix", "/v1")
            .with("X-Forwarded-Server", "evil")
            .with("Forwarded", "host=evil;proto=http");

    assertThat(seen(ForwardedForm.X_FORWARDED, request).target()).isEqualTo("https://api/a%20b");
    TestRequest other = from(PROXY).with("X-Forwarded-Host", "a").with("X-Forwarded-Proto", "http");
    assertThat(seen(ForwardedForm.RFC7239, other).target()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RS.11 − a stranger's headers: the address stays what was received")
  void ignoresStranger(ForwardedForm form) {
    TestRequest request =
        from(STRANGER)
            .with("Forwarded", "for=10.0.0.5;host=api;proto=https")
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-For", PROXY)
            .with("X-Forwarded-Host", "api");

    assertThat(seen(form, request).target()).isEqualTo(RECEIVED);
  }

  @Test
  @DisplayName("RS.12 + the certificate in the header of a trusted proxy")
  void takesCertificateOfTrustedProxy() {
    TestRequest request = from(PROXY).with("client-cert", CLIENT_CERT);

    assertThat(byHeader(request).clientCertificate()).contains(OF_CLIENT.certificate());
    assertThat(byHeader(request).target()).isEqualTo(RECEIVED);
  }

  @Test
  @DisplayName("RS.12 − the certificate in a stranger's header")
  void takesNoCertificateOfStranger() {
    TestRequest request = from(STRANGER).with("client-cert", CLIENT_CERT);

    assertThat(byHeader(request).clientCertificate()).isEmpty();
  }

  @Test
  @DisplayName("RS.12 − the certificate that the proxy itself has shown to us")
  void takesNoCertificateOfTheConnection() {
    TestRequest proxy = from(PROXY).by(OF_PROXY.certificate());
    TestRequest stranger = from(STRANGER).by(OF_PROXY.certificate());

    assertThat(byHeader(proxy).clientCertificate()).isEmpty();
    assertThat(byHeader(stranger).clientCertificate()).isEmpty();
  }

  @Test
  @DisplayName("RS.12 − every header but the one that is named")
  void takesNoOtherHeader() {
    TestRequest request = from(PROXY);
    for (CertificateHeader other : CertificateHeader.values()) {
      if (other != CertificateHeader.CLIENT_CERT) {
        request.with(other.field(), CLIENT_CERT);
      }
    }

    assertThat(byHeader(request).clientCertificate()).isEmpty();
  }

  @Test
  void takesTheConnectionsCertificateWhereNoHeaderCounts() {
    TestRequest request =
        from(PROXY)
            .by(OF_CLIENT.certificate())
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "api");

    assertThat(seen(ForwardedForm.X_FORWARDED, request).clientCertificate())
        .contains(OF_CLIENT.certificate());
  }

  @Test
  void leavesARequestAloneWhereNobodyIsBelieved() {
    TestRequest request = from(PROXY);

    assertThat(Proxies.NONE.seen(request)).isSameAs(request);
  }
}
