package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestCertificate;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a proxy says of the client's certificate and of the address it asked for counts from
 * 127.0.0.1 alone; whoever comes from 127.0.0.2 is a stranger (RFC 8705 §3, RFC 9449 §4.3).
 */
public abstract class ProxiesContract extends SharedApiContract {

  private static final String STRANGER = "127.0.0.2";
  private static final String PUBLIC = "https://api.example.com/a";

  private final TestCertificate own = TestCertificate.selfSigned();
  private final TestCertificate other = TestCertificate.selfSigned();
  private final TestKey key = TestKey.generate("ES256", "key");
  private TestApi envoy;

  @Override
  TestApi.Plan plan() {
    return believing("client-cert", "rfc7239");
  }

  /** The filter before ours takes the peer's address from a header, as some do. */
  private TestApi.Plan believing(String header, String forwarded) {
    return api()
        .set(Setting.MTLS, "header")
        .set(Setting.MTLS_HEADER, header)
        .set(Setting.FORWARDED, forwarded)
        .set(Setting.TRUSTED_PROXIES, "127.0.0.1, ::1")
        .behind(
            (request, response, chain) ->
                chain.doFilter(new Claimed((HttpServletRequest) request), response))
        .serving("/*", new Echo("other"));
  }

  private static final class Claimed extends HttpServletRequestWrapper {
    Claimed(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRemoteAddr() {
      String claimed = getHeader("X-Forwarded-For");
      return claimed == null ? super.getRemoteAddr() : claimed;
    }
  }

  @BeforeAll
  void startBehindEnvoy() {
    envoy = believing("xfcc", "x-forwarded").start();
  }

  @AfterAll
  void stopBehindEnvoy() {
    if (envoy != null) {
      envoy.close();
    }
  }

  private RawRequest bound(TestApi at) {
    return RawRequest.get("/a").bearer(at.token(token -> token.boundTo(own)));
  }

  private static String sequence(TestCertificate certificate) {
    return ":" + Base64.getEncoder().encodeToString(certificate.der()) + ":";
  }

  /** As Envoy writes it. */
  private static String element(TestCertificate certificate) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.der());
    String pem = "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    String escaped = URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
    return "By=spiffe://a/b;Hash=00;Cert=\"" + escaped + "\";Subject=\"O=\\\"x, y\\\"\";URI=";
  }

  private static Answer fromStranger(TestApi to, RawRequest request) {
    try (RawConnection connection = RawConnection.from(STRANGER, to.base())) {
      return connection.send(request);
    }
  }

  @Test
  @DisplayName("RS.12 + the certificate in the proxy's header")
  void admitsHolderByHeader() {
    Answer answer = api.send(bound(api).header("Client-Cert", sequence(own)));
    Answer behindEnvoy = envoy.send(bound(envoy).header("X-Forwarded-Client-Cert", element(own)));

    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(behindEnvoy.told("principal")).isEqualTo("alice");
  }

  Stream<RawRequest> wrongCertificates() {
    RawRequest bare = RawRequest.get("/a");
    String header = "Client-Cert";
    return Stream.of(
        bare,
        bare.header(header, ""),
        bare.header(header, sequence(other)),
        bare.header(header, sequence(own)).header(header, sequence(own)),
        bare.header(header, sequence(own)).header(header, sequence(other)),
        bare.header(header, sequence(other)).header("client-cert", sequence(own)),
        bare.header(header, sequence(own) + ", " + sequence(own)),
        bare.header(header, sequence(own) + "," + sequence(other)),
        bare.header(header, sequence(other) + "," + sequence(own)),
        bare.header(header, sequence(own) + ";x"),
        bare.header(header, sequence(own).replace(":", "")),
        bare.header(header, ":" + "A".repeat(20_000) + sequence(own).substring(1)),
        bare.header("X-Forwarded-Client-Cert", element(own)),
        bare.header("X-SSL-Client-Cert", sequence(own).replace(":", "")),
        bare.header("Client-Certificate", sequence(own).replace(":", "")),
        bare.header("X-Amzn-Mtls-Clientcert", sequence(own).replace(":", "")),
        bare.header("Client-Cert-Chain", sequence(own)),
        bare.header("Client_Cert", sequence(own)),
        bare.header("X-Client-Cert", sequence(own)));
  }

  @ParameterizedTest
  @MethodSource("wrongCertificates")
  @DisplayName("RS.12 − another certificate, none, several, malformed, oversized, another header")
  void refusesAnythingElse(RawRequest request) {
    String token = api.token(t -> t.boundTo(own));

    Refusal.C1.isGivenBy(api.send(request.bearer(token)));
  }

  Stream<RawRequest> wrongElements() {
    RawRequest bare = RawRequest.get("/a");
    String header = "X-Forwarded-Client-Cert";
    String quoted = "Subject=\"" + element(own).replace("\"", "\\\"") + "\"";
    return Stream.of(
        bare,
        bare.header(header, element(own)).header(header, element(own)),
        bare.header(header, element(own) + "," + element(own)),
        bare.header(header, element(own) + "," + element(other)),
        bare.header(header, element(other) + "," + element(own)),
        bare.header(header, element(own) + ",Hash=00"),
        bare.header(header, element(other) + ";" + element(own)),
        bare.header(header, element(own) + ";" + element(own)),
        bare.header(header, quoted),
        bare.header(header, quoted + ";" + element(other)),
        bare.header(header, element(own).replace("Cert=\"", "Cert=\"x")),
        bare.header(header, "Subject=\"" + "\\\"".repeat(7_000)),
        bare.header(header, element(own) + ";DNS=" + "a".repeat(17_000)),
        bare.header("Client-Cert", sequence(own)));
  }

  @ParameterizedTest
  @MethodSource("wrongElements")
  @DisplayName("RS.12 − several elements or certificates, one inside a quoted value, oversized")
  void refusesAnyOtherElement(RawRequest request) {
    String token = envoy.token(t -> t.boundTo(own));

    Refusal.C1.isGivenBy(envoy.send(request.bearer(token)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.1, 127.0.0.1", ""})
  @DisplayName("RS.12 − a stranger's header, whatever it and a filter before ours call the peer")
  void refusesStrangersHeader(String claimed) {
    RawRequest request =
        bound(api)
            .header("X-Forwarded-For", claimed)
            .header("Forwarded", "for=127.0.0.1")
            .header("Client-Cert", sequence(own));

    Refusal.C1.isGivenBy(fromStranger(api, request));
  }

  @Test
  @DisplayName("RS.12 + plain tokens pass, from whomever")
  void admitsPlainTokenOfStranger() {
    RawRequest plain = RawRequest.get("/a").bearer(api.token());

    assertThat(fromStranger(api, plain).status()).isEqualTo(200);
    assertThat(api.send(plain.header("Client-Cert", "rubbish")).status()).isEqualTo(200);
  }

  private RawRequest proven(TestApi to, String address) {
    String token = to.token(t -> t.boundTo(key));
    return RawRequest.get("/a?b=c")
        .header("Authorization", "DPoP " + token)
        .header("DPoP", TestProof.of(key, "GET", address, token, to.now()).compact());
  }

  @Test
  @DisplayName("RS.11 + the address in the proxy's header")
  void holdsAddressAgainstForwardedForm() {
    RawRequest forwarded =
        proven(api, PUBLIC).header("Forwarded", "for=192.0.2.1;host=api.example.com;proto=https");
    RawRequest xForwarded =
        proven(envoy, PUBLIC)
            .header("X-Forwarded-Host", "api.example.com")
            .header("X-Forwarded-Proto", "https");

    assertThat(api.send(forwarded).told("auth")).isEqualTo("DPoP");
    assertThat(envoy.send(xForwarded).told("auth")).isEqualTo("DPoP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host=api.example.com",
        "proto=https",
        "host=api.example.com;proto=http",
        "host=other.example.com;proto=https",
        "host=api.example.com;proto=https,",
        "host=api.example.com;proto=https;host=other.example.com",
        "host=api.example.com;proto=https, for=192.0.2.1;host=other.example.com;proto=https",
        "host=api.example.com;proto=https, host=other.example.com;proto=https",
        "host=\"api.example.com",
      })
  @DisplayName("RS.11 − Forwarded that says another address, or nothing that can be read")
  void refusesProofForOtherAddress(String value) {
    Refusal.C4.isGivenBy(api.send(proven(api, PUBLIC).header("Forwarded", value)));
  }

  @Test
  @DisplayName("RS.11 − nothing stands in for a proxy's header that is missing or malformed")
  void fallsBackOnNothing() {
    String received = api.base() + "/a";

    Refusal.C4.isGivenBy(api.send(proven(api, received)));
    Refusal.C4.isGivenBy(api.send(proven(api, received).header("Forwarded", "rubbish")));
    Refusal.C4.isGivenBy(envoy.send(proven(envoy, envoy.base() + "/a")));
  }

  @Test
  @DisplayName("RS.11 − the form that is not set, and port and prefix")
  void readsTheOneFormAlone() {
    RawRequest both =
        proven(api, PUBLIC)
            .header("Forwarded", "host=inner;proto=http")
            .header("X-Forwarded-Host", "api.example.com")
            .header("X-Forwarded-Proto", "https");
    RawRequest port =
        proven(envoy, "https://api.example.com:8443/v1/a")
            .header("X-Forwarded-Host", "api.example.com")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Port", "8443")
            .header("X-Forwarded-Prefix", "/v1");

    Refusal.C4.isGivenBy(api.send(both));
    Refusal.C4.isGivenBy(envoy.send(port));
  }

  @Test
  @DisplayName("RS.11 a stranger's forwarded headers change nothing")
  void ignoresStrangersForwardedHeaders() {
    RawRequest forged =
        proven(api, PUBLIC)
            .header("X-Forwarded-For", "127.0.0.1")
            .header("Forwarded", "for=127.0.0.1;host=api.example.com;proto=https");
    RawRequest honest =
        proven(api, api.base() + "/a").header("Forwarded", "host=api.example.com;proto=https");

    Refusal.C4.isGivenBy(fromStranger(api, forged));
    assertThat(fromStranger(api, honest).told("auth")).isEqualTo("DPoP");
  }
}
