package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that authenticate by a certificate (RFC 8705), over real TLS. */
class MutualTlsTest {

  private static VirtualClock clock;
  private static MockAuthorizationServer server;
  private static Certificates certificates;

  @BeforeAll
  static void start() {
    clock = VirtualClock.standingAt(IssuerTest.START);
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.MTLS));
    certificates = server.certificates();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @DisplayName("F18.1 F11.1 + tls_client_auth; § 3.4 + the token is bound to the certificate")
  void takesCertificateOfTheAuthority() {
    HttpResponse<String> answer = token(as(certificates.of("webmtls")), "webmtls");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer)).containsEntry("token_type", "Bearer");
    assertThat(cnf(answer)).isEqualTo(bindingTo(certificates.of("webmtls")));
  }

  @Test
  @DisplayName("F18.1 F18.4 + self_signed_tls_client_auth, with either certificate registered")
  void takesRegisteredCertificates() {
    List<Identity> registered = certificates.byClient().get("m2mself");

    assertThat(registered)
        .hasSize(2)
        .allSatisfy(
            identity -> {
              HttpResponse<String> answer = token(as(identity), "m2mself");
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(cnf(answer)).isEqualTo(bindingTo(identity));
            });
  }

  @Test
  @DisplayName("2.18 + the binding does not depend on how the client authenticates")
  void bindsTokenOfClientWithSecret() {
    HttpResponse<String> answer =
        Wire.postForm(
            as(certificates.of("m2mself")),
            alias(),
            form(),
            "Authorization",
            Wire.basic("m2mself", Fixtures.clientSecret("m2mself")));

    assertThat(cnf(answer)).isEqualTo(bindingTo(certificates.of("m2mself")));
  }

  @Test
  @DisplayName("§3.4 − a client whose tokens are bound to a certificate gets none without")
  void issuesNoUnboundToken() {
    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/token",
            form(),
            "Authorization",
            Wire.basic("m2mself", Fixtures.clientSecret("m2mself")));

    assertThat(error(answer)).isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("F18.6 − no certificate")
  void refusesNoCertificate() {
    SSLContext without = Identity.none(certificates.authority().certificate());

    assertThat(error(token(without, "webmtls"))).isEqualTo("401 invalid_client");
    assertThat(error(token(without, "m2mself"))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.6 − a certificate of the authority's for somebody else")
  void refusesOtherSubject() {
    Identity other = certificates.authority().issue("CN=somebody,O=Bearergate");

    assertThat(error(token(as(other), "webmtls"))).isEqualTo("401 invalid_client");
    assertThat(error(token(as(certificates.of("webmtls")), "m2mself")))
        .isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.6 − an expired certificate")
  void refusesExpiredCertificate() {
    String subject = "CN=webmtls,O=Bearergate";
    Identity current = certificates.authority().issue(subject, clock.instant().plusSeconds(1));
    Identity expired = certificates.authority().issue(subject, clock.instant().minusSeconds(1));

    assertThat(token(as(current), "webmtls").statusCode()).isEqualTo(200);
    assertThat(error(token(as(expired), "webmtls"))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.6 − a certificate with the right name, by an authority nobody knows or none")
  void refusesUntrustedIssuer() {
    String subject = "CN=webmtls,O=Bearergate";
    CertificateAuthority namesake = CertificateAuthority.named("CN=Bearergate mock CA");

    assertThat(error(token(as(namesake.issue(subject)), "webmtls")))
        .isEqualTo("401 invalid_client");
    assertThat(error(token(as(CertificateAuthority.selfSigned(subject)), "webmtls")))
        .isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.6 − a self-signed certificate that is not the registered one")
  void refusesUnregisteredCertificate() {
    Identity other = CertificateAuthority.selfSigned("CN=m2mself");

    assertThat(error(token(as(other), "m2mself"))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.6 − the listener's headers from anybody but the listener")
  void ignoresHeadersOfUntrustedPeer() {
    String[] told = told(certificates.of("webmtls"));
    Map<String, String> form = withClient("webmtls");

    assertThat(error(Wire.postForm(server.issuer() + "oauth/token", form, told)))
        .isEqualTo("401 invalid_client");
    assertThat(
            error(
                Wire.postForm(
                    Identity.none(certificates.authority().certificate()), alias(), form, told)))
        .isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.6 − such headers do not replace the certificate of the connection either")
  void keepsCertificateOfConnection() {
    Identity stranger = CertificateAuthority.selfSigned("CN=stranger");

    HttpResponse<String> answer =
        Wire.postForm(
            as(stranger), alias(), withClient("webmtls"), told(certificates.of("webmtls")));

    assertThat(error(answer)).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("2.0.2 + the metadata tells of the listener, and of what it is for")
  void tellsOfListener() {
    Map<String, Object> metadata = metadata(server);

    assertThat(metadata)
        .containsEntry("tls_client_certificate_bound_access_tokens", true)
        .extractingByKey("token_endpoint_auth_methods_supported")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(
            "client_secret_basic",
            "client_secret_post",
            "private_key_jwt",
            "tls_client_auth",
            "self_signed_tls_client_auth",
            "none");
    assertThat(alias()).startsWith("https://127.0.0.1:").endsWith("/oauth/token");
  }

  @Test
  @DisplayName("2.0.2 − without the listener the metadata promises nothing of the kind")
  void promisesNothingWithoutListener() {
    try (MockAuthorizationServer plain =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      assertThat(metadata(plain))
          .doesNotContainKeys("mtls_endpoint_aliases", "tls_client_certificate_bound_access_tokens")
          .extractingByKey("token_endpoint_auth_methods_supported")
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .doesNotContain("tls_client_auth", "self_signed_tls_client_auth");
    }
  }

  private static Map<String, Object> metadata(MockAuthorizationServer of) {
    return Parsed.json(Wire.get(of.issuer() + ".well-known/openid-configuration"));
  }

  private static String alias() {
    Map<?, ?> aliases = (Map<?, ?>) metadata(server).get("mtls_endpoint_aliases");
    return String.valueOf(aliases.get("token_endpoint"));
  }

  private static SSLContext as(Identity identity) {
    return identity.trusting(certificates.authority().certificate());
  }

  private static HttpResponse<String> token(SSLContext tls, String clientId) {
    return Wire.postForm(tls, alias(), withClient(clientId));
  }

  private static Map<String, String> withClient(String clientId) {
    return Requests.with(form(), "client_id", clientId);
  }

  private static Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("audience", Fixtures.POP_API);
    return form;
  }

  private static String[] told(Identity identity) {
    String pem = X509CertUtils.toPEMString(identity.certificate());
    return new String[] {
      "client-certificate", URLEncoder.encode(pem, UTF_8),
      "client-certificate-ca-verified", "SUCCESS",
      "listener-secret", "guessed"
    };
  }

  private static Map<String, Object> bindingTo(Identity identity) {
    return Map.of(
        "x5t#S256", X509CertificateConfirmation.of(identity.certificate()).getValue().toString());
  }

  private static Object cnf(HttpResponse<String> answer) {
    return Parsed.claims(Parsed.member(answer, "access_token")).getClaim("cnf");
  }

  private static String error(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }
}
