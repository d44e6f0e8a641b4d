package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestCertificate;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tokens bound to a client certificate over HTTP/2, where many requests share a connection. */
public abstract class Http2MutualTlsContract extends SharedApiContract {

  private final TestCertificate server = TestCertificate.selfSigned();
  private final TestCertificate holder = TestCertificate.selfSigned();
  private final TestCertificate other = TestCertificate.selfSigned();
  private URI base = URI.create("https://127.0.0.1:0");

  @Override
  TestApi.Plan plan() {
    return api().serving("/*", new Echo("other"));
  }

  @BeforeAll
  void listenSecurely() {
    base = api.container().listenSecurely(server, List.of(holder, other));
  }

  /** Believes the server by its certificate: the JDK's client wants a name in it besides. */
  private final class ThisServer extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      if (!chain[0].equals(server.certificate())) {
        throw new CertificateException("another server");
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no client here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private HttpClient client(TestCertificate own) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own.keyStore(), TestCertificate.PASSWORD.toCharArray());
    return client(keys.getKeyManagers());
  }

  private HttpClient client(KeyManager... keys) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {new ThisServer()}, null);
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).sslContext(context).build();
  }

  private int ask(HttpClient client, TestCertificate boundTo)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/a"))
            .header("Authorization", "Bearer " + api.token(token -> token.boundTo(boundTo)))
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return answer.statusCode();
  }

  @Test
  @DisplayName("RS.12 + the token's certificate, on every stream of its connection")
  void admitsHolder() throws GeneralSecurityException, IOException, InterruptedException {
    HttpClient client = client(holder);

    assertThat(ask(client, holder)).isEqualTo(200);
    assertThat(ask(client, other)).isEqualTo(401);
    assertThat(ask(client, holder)).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.12 − another certificate, and none")
  void refusesOthers() throws GeneralSecurityException, IOException, InterruptedException {
    assertThat(ask(client(other), holder)).isEqualTo(401);
    assertThat(ask(client(), holder)).isEqualTo(401);
  }
}
