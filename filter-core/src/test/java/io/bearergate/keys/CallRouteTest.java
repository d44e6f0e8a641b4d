package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallRouteTest {

  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
  private static final URI ISSUER = URI.create("https://issuer.example/jwks");
  private static TestCertificate localhost;
  private static TestCertificate issuer;
  private static TestCertificate client;
  private final FetchThreads threads = new FetchThreads();

  @BeforeAll
  static void makeCertificates() {
    localhost = TestCertificate.selfSigned("localhost");
    issuer = TestCertificate.selfSigned("issuer.example");
    client = TestCertificate.selfSigned("client.example");
  }

  @AfterEach
  void leavesNoThread() {
    threads.close();
    assertThat(TestThreads.ours()).isEmpty();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Optional<TrustedCertificates> trusting(TestCertificate certificate) {
    return Optional.of(TrustedCertificates.parse(octets(certificate.pem()), Optional.empty()));
  }

  private static Optional<OwnCertificate> own(TestCertificate certificate) {
    return Optional.of(
        OwnCertificate.parse(octets(certificate.keyPem() + certificate.pem()), Optional.empty()));
  }

  private static CallRoute through(Proxy proxy) {
    return new CallRoute(Optional.of(proxy), trusting(issuer), Optional.empty());
  }

  private String fetch(URI address, CallRoute route) throws IOException {
    return fetch(address, route, Duration.ofSeconds(10));
  }

  private String fetch(URI address, CallRoute route, Duration readTimeout) throws IOException {
    JwksRules plain = TestJwks.rules(readTimeout);
    JwksRules rules =
        new JwksRules(
            plain.refresh(),
            plain.maxStale(),
            plain.cooldown(),
            plain.connectTimeout(),
            readTimeout,
            plain.maxResponseBytes(),
            route);
    Attempt attempt = new Attempt(Attempt.Cause.TIMER, 0, threads, Attempt::cut);
    try {
      return new HttpGet(rules, route::tls)
          .get(address, Optional.empty(), attempt)
          .body()
          .orElseThrow();
    } finally {
      attempt.finish(false);
    }
  }

  @Test
  void trustsWhomTheTrustStoreNamesAndNobodyElse() throws IOException {
    try (RawServer server =
        RawServer.tls(localhost.context().getServerSocketFactory(), ANSWER, "")) {
      CallRoute good = new CallRoute(Optional.empty(), trusting(localhost), Optional.empty());
      CallRoute other = new CallRoute(Optional.empty(), trusting(issuer), Optional.empty());

      assertThat(fetch(server.uri(), good)).isEqualTo("{}");
      assertThatThrownBy(() -> fetch(server.uri(), other)).isInstanceOf(SSLException.class);
      assertThatThrownBy(() -> fetch(server.uri(), CallRoute.OF_THE_JVM))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void refusesTheCertificateOfAnotherHostAlthoughItIsTrusted() {
    try (RawServer server = RawServer.tls(issuer.context().getServerSocketFactory(), ANSWER, "")) {
      CallRoute route = new CallRoute(Optional.empty(), trusting(issuer), Optional.empty());

      assertThatThrownBy(() -> fetch(server.uri(), route)).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void showsOurCertificateToAServerThatDemandsOne() throws IOException {
    try (RawServer server =
        RawServer.mutualTls(localhost.contextTrusting(client).getServerSocketFactory(), ANSWER)) {
      CallRoute known = new CallRoute(Optional.empty(), trusting(localhost), own(client));
      CallRoute stranger = new CallRoute(Optional.empty(), trusting(localhost), own(issuer));
      CallRoute nobody = new CallRoute(Optional.empty(), trusting(localhost), Optional.empty());

      assertThat(fetch(server.uri(), known)).isEqualTo("{}");
      assertThatThrownBy(() -> fetch(server.uri(), stranger)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> fetch(server.uri(), nobody)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void asksTheProxyForATunnelByNameAndSpeaksTlsThroughIt() throws IOException {
    try (RawServer server = RawServer.tls(issuer.context().getServerSocketFactory(), ANSWER, "");
        ConnectProxy proxy = ConnectProxy.to(server.port())) {

      assertThat(fetch(ISSUER, through(proxy.address()))).isEqualTo("{}");

      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("CONNECT issuer.example:443 HTTP/1.1\r\n")
          .doesNotContain("/jwks", "uthorization");
    }
  }

  @Test
  void refusesAnImpostorBehindTheProxy() {
    try (RawServer server =
            RawServer.tls(localhost.context().getServerSocketFactory(), ANSWER, "");
        ConnectProxy proxy = ConnectProxy.to(server.port())) {

      assertThatThrownBy(() -> fetch(ISSUER, through(proxy.address())))
          .isInstanceOf(SSLException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"http", "https"})
  void reachesTheLoopbackWithoutTheProxy(String scheme) throws IOException {
    CallRoute route =
        new CallRoute(Optional.of(ConnectProxy.at(1)), trusting(localhost), Optional.empty());
    try (RawServer server =
        scheme.equals("http")
            ? RawServer.plain(ANSWER, "")
            : RawServer.tls(localhost.context().getServerSocketFactory(), ANSWER, "")) {

      assertThat(fetch(server.uri(), route)).isEqualTo("{}");
    }
  }

  @Test
  void goesNoOtherWayWhenTheProxyIsDown() {
    RawServer gone = RawServer.plain("", "");
    gone.close();

    assertThatThrownBy(() -> fetch(ISSUER, through(ConnectProxy.at(gone.port()))))
        .isInstanceOf(java.net.ConnectException.class);
  }

  static Stream<Arguments> badProxies() {
    String head = "HTTP/1.1 200 OK\r\n";
    return Stream.of(
        Arguments.of("hangs", "", ""),
        Arguments.of("drips", head, "X-A: b\r\n"),
        Arguments.of("tunnels to nobody", head + "\r\n", ""),
        Arguments.of("drips for TLS", head + "\r\n", "x"),
        Arguments.of(
            "wants a password",
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
            ""),
        Arguments.of("refuses", "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badProxies")
  void endsInTimeWhateverTheProxyDoes(String what, String head, String piece) {
    try (RawServer proxy = RawServer.plain(head, piece)) {
      CallRoute route = through(ConnectProxy.at(proxy.port()));
      long from = System.nanoTime();

      Throwable end = catchThrowable(() -> fetch(ISSUER, route, Duration.ofMillis(150)));

      assertThat(end).isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
      assertThat(proxy.connections()).isPositive();
    }
  }

  /** As of an application server whose own handler knows nothing of ours. */
  private static HttpURLConnection withoutTls() throws IOException {
    return new HttpURLConnection(ISSUER.toURL()) {
      @Override
      public void connect() {}

      @Override
      public void disconnect() {}

      @Override
      public boolean usingProxy() {
        return false;
      }
    };
  }

  @Test
  void callsNoHttpsAddressByAHandlerThatAsksUsNotWhomToTrust() {
    assertThatThrownBy(() -> CallRoute.checked(ISSUER, withoutTls()))
        .isInstanceOf(IOException.class)
        .hasMessage("the JVM's handler for https was replaced");
  }

  @Test
  void callsALoopbackAddressByAHandlerWithoutTls() throws IOException {
    HttpURLConnection made = withoutTls();

    assertThat(CallRoute.checked(URI.create("http://localhost/jwks"), made)).isSameAs(made);
  }
}
