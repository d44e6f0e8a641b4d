package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestCertificate;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens bound to a client certificate, over real TLS (RFC 8705 §3). */
public abstract class MutualTlsContract extends SharedApiContract {

  private URI base = URI.create("https://127.0.0.1:0");
  private final TestCertificate server = TestCertificate.selfSigned();
  private final TestCertificate holder = TestCertificate.selfSigned();
  private final TestCertificate other = TestCertificate.of(TestKey.generate("RS256", "other"));
  private final TestKey key = TestKey.generate("ES256", "key");

  @Override
  TestApi.Plan plan() {
    return protectedApi();
  }

  private TestApi.Plan protectedApi() {
    return api()
        .rules("/api/pop/** sender-constrained\n/** token")
        .serving("/*", new Echo("other"));
  }

  @BeforeAll
  void listenSecurely() {
    base = secure(api);
  }

  private URI secure(TestApi started) {
    return started.listenSecurely(server, List.of(holder, other));
  }

  private TestToken bound(TestToken token) {
    return token.boundTo(holder);
  }

  private TestToken boundTwice(TestToken token) {
    return token.claim("cnf", Map.of("x5t#S256", holder.thumbprint(), "jkt", key.thumbprint()));
  }

  private Answer send(SSLContext client, RawRequest request) {
    return send(base, client, request);
  }

  private static Answer send(URI address, SSLContext client, RawRequest request) {
    try (RawConnection connection = RawConnection.over(client, address)) {
      return connection.send(request);
    }
  }

  private RawRequest request(UnaryOperator<TestToken> change) {
    return RawRequest.get("/api/whoami").bearer(api.token(change));
  }

  @Test
  @DisplayName("RS.12 + the token's certificate")
  void admitsHolder() {
    Answer answer = send(holder.towards(server), request(this::bound));

    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("auth")).isEqualTo("Bearer");
  }

  @Test
  @DisplayName("RS.12 + the token's certificate, on a connection kept alive")
  void admitsHolderAgain() {
    try (RawConnection connection = RawConnection.over(holder.towards(server), base)) {
      assertThat(connection.send(request(this::bound)).status()).isEqualTo(200);
      assertThat(connection.send(request(this::bound)).status()).isEqualTo(200);
      Refusal.C1.isGivenBy(connection.send(request(t -> t.boundTo(other))));
    }
  }

  @Test
  @DisplayName("RS.12 + an RSA certificate")
  void admitsHolderOfRsaKey() {
    assertThat(send(other.towards(server), request(t -> t.boundTo(other))).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.12 + sender-constrained: a certificate will do")
  void satisfiesRule() {
    RawRequest pop = RawRequest.get("/api/pop").bearer(api.token(this::bound));

    assertThat(send(holder.towards(server), pop).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.12 − sender-constrained: a certificate that the token does not name will not do")
  void refusesUnboundTokenBesideCertificate() {
    RawRequest pop = RawRequest.get("/api/pop").bearer(api.token());

    Refusal.C1.isGivenBy(send(holder.towards(server), pop));
  }

  @Test
  @DisplayName("RS.12 + a plain token, whatever the certificate")
  void admitsPlainToken() {
    assertThat(send(other.towards(server), request(t -> t)).status()).isEqualTo(200);
    assertThat(send(server.forStrangers(), request(t -> t)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.12 − another certificate, which the server trusts as well")
  void refusesOtherCertificate() {
    Refusal.C1.isGivenBy(send(other.towards(server), request(this::bound)));
  }

  @Test
  @DisplayName("RS.12 − no certificate")
  void refusesConnectionWithoutCertificate() {
    Refusal.C1.isGivenBy(send(server.forStrangers(), request(this::bound)));
  }

  @Test
  @DisplayName("RS.12 − plain http")
  void refusesPlainConnection() {
    Refusal.C1.isGivenBy(api.send(request(this::bound)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Client-Cert",
        "X-Forwarded-Client-Cert",
        "X-SSL-Client-Cert",
        "X-Amzn-Mtls-Clientcert",
        "Client-Certificate",
        "SSL_CLIENT_CERT",
        "jakarta.servlet.request.X509Certificate"
      })
  @DisplayName("RS.12 − a certificate in a header, which anybody can write")
  void believesNoHeader(String name) {
    String der = Base64.getEncoder().encodeToString(holder.der());

    Refusal.C1.isGivenBy(api.send(request(this::bound).header(name, ":" + der + ":")));
  }

  @Test
  @DisplayName("RS.12 − a token bound to a certificate alone under the scheme DPoP")
  void refusesDpopSchemeWithoutKey() {
    String token = api.token(this::bound);
    RawRequest request = RawRequest.get("/a").header("Authorization", "DPoP " + token);

    Refusal.C1_DPOP.isGivenBy(send(holder.towards(server), request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2", "null"})
  @DisplayName("RS.12 − a thumbprint that is no certificate's")
  void refusesStrangeThumbprint(String thumbprint) {
    UnaryOperator<TestToken> strange = t -> t.claim("cnf", Map.of("x5t#S256", thumbprint));

    Refusal.C1.isGivenBy(send(holder.towards(server), request(strange)));
  }

  @Test
  @DisplayName("RS.12 both: a token bound to key and certificate wants both")
  void wantsBothWhereTokenIsBoundToBoth() {
    Refusal.C1D.isGivenBy(send(holder.towards(server), request(this::boundTwice)));
    Refusal.C1_DPOP.isGivenBy(send(other.towards(server), proven()));
    assertThat(send(holder.towards(server), proven()).told("auth")).isEqualTo("DPoP");
  }

  private RawRequest proven() {
    String token = api.token(this::boundTwice);
    String url = base + "/a";
    return RawRequest.get("/a")
        .header("Authorization", "DPoP " + token)
        .header("DPoP", TestProof.of(key, "GET", url, token, api.now()).compact());
  }

  @Test
  @DisplayName("mtls=off unbinds nothing")
  void refusesBoundTokensWhereMutualTlsIsOff() {
    try (TestApi off = protectedApi().set(Setting.MTLS, "off").start()) {
      RawRequest request = RawRequest.get("/a").bearer(off.token(this::bound));

      Refusal.C1.isGivenBy(send(secure(off), holder.towards(server), request));
    }
  }

  @Test
  @DisplayName("preset=auth0: the certificate under the scheme DPoP, without a proof")
  void takesCertificateUnderDpopFromAuth0() {
    try (TestApi auth0 = protectedApi().set(Setting.PRESET, "auth0").start()) {
      URI address = secure(auth0);
      RawRequest request =
          RawRequest.get("/a").header("Authorization", "DPoP " + auth0.token(this::bound));

      assertThat(send(address, holder.towards(server), request).told("auth")).isEqualTo("DPoP");
      Refusal.C1_DPOP.isGivenBy(send(address, other.towards(server), request));
      Refusal.C1_DPOP.isGivenBy(send(address, server.forStrangers(), request));
      Refusal.C1_DPOP.isGivenBy(auth0.send(request));
      RawRequest withProof = request.header("DPoP", "e30.e30.AA");
      Refusal.C1_DPOP.isGivenBy(send(address, holder.towards(server), withProof));
    }
  }

  @Test
  @DisplayName("dpop=required refuses tokens bound to a certificate")
  void refusesCertificateWhereKeyIsRequired() {
    try (TestApi strict = protectedApi().set(Setting.DPOP, "required").start()) {
      RawRequest request = RawRequest.get("/a").bearer(strict.token(this::bound));

      Refusal.C1.isGivenBy(send(secure(strict), holder.towards(server), request));
    }
  }
}
