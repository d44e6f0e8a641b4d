package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestCertificate;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Behind a real nginx that ends TLS, set up as {@code docs/proxies.md} says. */
public abstract class NginxContract extends SharedApiContract {

  /** Of clients that ask at the default port, as the recipe has it. */
  private static final String ADDRESS = "https://127.0.0.1/a";

  private final TestCertificate server = TestCertificate.selfSigned();
  private final TestCertificate holder = TestCertificate.selfSigned();
  private final TestCertificate other = TestCertificate.of(TestKey.generate("RS256", "other"));
  private final TestKey key = TestKey.generate("ES256", "key");
  private Nginx nginx;

  @Override
  TestApi.Plan plan() {
    return api()
        .set(Setting.MTLS, "header")
        .set(Setting.MTLS_HEADER, "x-ssl-client-cert")
        .set(Setting.FORWARDED, "rfc7239")
        .set(Setting.TRUSTED_PROXIES, "127.0.0.1")
        .serving("/*", new Echo("other"));
  }

  @BeforeAll
  void startNginx() {
    nginx = Nginx.before(api.base(), server);
  }

  @AfterAll
  void stopNginx() {
    if (nginx != null) {
      nginx.close();
    }
  }

  private Answer through(SSLContext client, RawRequest request) {
    try (RawConnection connection = RawConnection.over(client, nginx.base())) {
      return connection.send(request);
    }
  }

  private RawRequest bound() {
    return RawRequest.get("/a").bearer(api.token(token -> token.boundTo(holder)));
  }

  private RawRequest forged(RawRequest request) {
    return request
        .header("X-SSL-Client-Cert", Base64.getEncoder().encodeToString(holder.der()))
        .header("Forwarded", "host=evil.example.com;proto=https");
  }

  private RawRequest proven(String address) {
    String token = api.token(t -> t.boundTo(key));
    return RawRequest.get("/a")
        .header("Authorization", "DPoP " + token)
        .header("DPoP", TestProof.of(key, "GET", address, token, api.now()).compact());
  }

  @Test
  @DisplayName("RS.12 + the certificate that the client has shown to nginx")
  void admitsHolder() {
    assertThat(through(holder.towards(server), bound()).told("principal")).isEqualTo("alice");
  }

  @Test
  @DisplayName("RS.12 − another certificate, and none")
  void refusesOthers() {
    Refusal.C1.isGivenBy(through(other.towards(server), bound()));
    Refusal.C1.isGivenBy(through(server.forStrangers(), bound()));
  }

  @Test
  @DisplayName("RS.12 − the header as the client wrote it, which nginx puts its own in place of")
  void refusesForgedHeader() {
    Refusal.C1.isGivenBy(through(other.towards(server), forged(bound())));
    Refusal.C1.isGivenBy(through(server.forStrangers(), forged(bound())));
    assertThat(through(holder.towards(server), forged(bound())).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.12 − past nginx, from an address that is not trusted")
  void refusesStrangerWhoAsksDirectly() {
    try (RawConnection stranger = RawConnection.from("127.0.0.2", api.base())) {
      Refusal.C1.isGivenBy(stranger.send(forged(bound())));
      Refusal.C1.isGivenBy(stranger.send(bound()));
    }
  }

  @Test
  @DisplayName("RS.11 the address that the client asked nginx for, and no other")
  void holdsAddressAgainstNginxs() {
    SSLContext client = server.forStrangers();

    assertThat(through(client, proven(ADDRESS)).told("auth")).isEqualTo("DPoP");
    assertThat(through(client, forged(proven(ADDRESS))).told("auth")).isEqualTo("DPoP");
    Refusal.C4.isGivenBy(through(client, proven(api.base() + "/a")));
    Refusal.C4.isGivenBy(through(client, forged(proven("https://evil.example.com/a"))));
  }
}
