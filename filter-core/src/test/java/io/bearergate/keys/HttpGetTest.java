package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpGetTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final JwksRules HASTY = TestJwks.rules(Duration.ofMillis(150));
  private static WireMockServer server;
  private static WireMockServer other;
  private static SSLContext tls;
  private static SSLContext tlsOfAnotherHost;
  private FetchThreads threads;

  @BeforeAll
  static void startServers() {
    server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    other = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    other.start();
    tls = TestCertificate.selfSigned("localhost").context();
    tlsOfAnotherHost = TestCertificate.selfSigned("issuer.example").context();
  }

  @AfterAll
  static void stopServers() {
    server.stop();
    other.stop();
  }

  @BeforeEach
  void reset() {
    server.resetAll();
    other.resetAll();
    other.stubFor(get(anyUrl()).willReturn(ok("elsewhere")));
    threads = new FetchThreads();
  }

  @AfterEach
  void leavesNoThread() {
    threads.close();
    assertThat(TestThreads.ours()).isEmpty();
    // The JDK's own, a few seconds long, where a server keeps connections that we asked to end.
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("Keep-Alive"))
        .allMatch(thread -> thread.getContextClassLoader() == null);
  }

  private Answer fetch(URI address) throws IOException {
    return fetch(address, TestJwks.rules(Duration.ofSeconds(10)));
  }

  private Answer fetch(URI address, JwksRules rules) throws IOException {
    return fetch(address, Optional.empty(), rules);
  }

  private Answer fetch(URI address, Optional<Version> known) throws IOException {
    return fetch(address, known, TestJwks.rules(Duration.ofSeconds(10)));
  }

  private Answer fetch(URI address, Optional<Version> known, JwksRules rules) throws IOException {
    Attempt attempt = new Attempt(Attempt.Cause.TIMER, 0, threads, Attempt::cut);
    try {
      return new HttpGet(rules, tls::getSocketFactory).get(address, known, attempt);
    } finally {
      attempt.finish(false);
    }
  }

  private Answer fetch(String path) throws IOException {
    return fetch(URI.create(server.url(path)));
  }

  @Test
  void asksForJsonWithoutCredentialsOrCompression() throws IOException {
    server.stubFor(get("/jwks").willReturn(ok("{}").withHeader("Set-Cookie", "a=b")));

    assertThat(fetch("/jwks").body()).contains("{}");
    fetch("/jwks");

    LoggedRequest sent = server.findAll(getRequestedFor(urlEqualTo("/jwks"))).get(1);
    assertThat(sent.getHeader("Accept")).isEqualTo("application/json");
    assertThat(sent.getHeader("Accept-Encoding")).isEqualTo("identity");
    assertThat(sent.containsHeader("Cookie")).isFalse();
    assertThat(sent.containsHeader("Authorization")).isFalse();
  }

  @Test
  void followsThreeRedirectsWithinTheOrigin() throws IOException {
    server.stubFor(get("/a").willReturn(temporaryRedirect("b")));
    server.stubFor(get("/b").willReturn(temporaryRedirect("/c?x=1")));
    server.stubFor(get("/c?x=1").willReturn(temporaryRedirect(server.url("/d"))));
    server.stubFor(get("/d").willReturn(ok("keys")));

    assertThat(fetch("/a").body()).contains("keys");
  }

  @Test
  void asksForAVersionOnlyWhereItCameFrom() throws IOException {
    server.stubFor(get("/a").willReturn(temporaryRedirect("b").withHeader("ETag", "\"r\"")));
    server.stubFor(get("/b").willReturn(ok("keys").withHeader("ETag", "\"1\"")));
    Version known = fetch("/a").version().orElseThrow();
    server.stubFor(get("/b").willReturn(aResponse().withStatus(304)));

    Answer unchanged = fetch(URI.create(server.url("/a")), Optional.of(known));

    assertThat(known).isEqualTo(new Version(URI.create(server.url("/b")), "\"1\""));
    assertThat(unchanged)
        .isEqualTo(new Answer(Optional.empty(), Optional.of(known), Optional.empty()));
    assertThat(server.findAll(getRequestedFor(urlEqualTo("/a"))))
        .noneMatch(sent -> sent.containsHeader("If-None-Match"));
  }

  @Test
  void refusesNotModifiedOfAnotherAddress() {
    server.stubFor(get("/jwks").willReturn(aResponse().withStatus(304)));
    Version other = new Version(URI.create(server.url("/other")), "\"1\"");

    assertThatThrownBy(() -> fetch(URI.create(server.url("/jwks")), Optional.of(other)))
        .isInstanceOf(BadAnswer.class);
  }

  @Test
  void refusesACompressedAnswerUnread() {
    byte[] bomb = new byte[2_000_000];
    server.stubFor(
        get("/jwks").willReturn(aResponse().withBody(bomb).withHeader("Content-Encoding", "gzip")));

    assertThatThrownBy(() -> fetch("/jwks")).hasMessage("is compressed, unasked");
  }

  @Test
  void refusesARedirectFromHttpsToHttp() {
    String redirect =
        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://localhost:%d/\r\n\r\n";
    try (RawServer secure =
        RawServer.tls(tls.getServerSocketFactory(), redirect.formatted(other.port()), "")) {
      assertThatThrownBy(() -> fetch(secure.uri())).hasMessage("is redirected to another origin");
    }
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  void givesUpRedirectsThatLoop() {
    server.stubFor(get("/a").willReturn(temporaryRedirect("/a")));

    assertThatThrownBy(() -> fetch("/a")).isInstanceOf(BadAnswer.class);
    assertThat(server.findAll(getRequestedFor(urlEqualTo("/a")))).hasSize(4);
  }

  static Stream<String> elsewhere() {
    return Stream.of(
        other.url("/"),
        "https://127.0.0.1:" + server.port() + "/jwks",
        "//127.0.0.1:" + other.port() + "/",
        "http://localhost:" + server.port() + "/jwks",
        "http://user@127.0.0.1:" + server.port() + "/jwks",
        "file:///etc/passwd",
        "jar:file:/x!/y",
        "http://",
        "::",
        "");
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void refusesRedirectToAnotherOrigin(String location) {
    server.stubFor(get("/jwks").willReturn(temporaryRedirect(location)));

    assertThatThrownBy(() -> fetch("/jwks")).isInstanceOf(BadAnswer.class);
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  void refusesRedirectToNowhere() {
    server.stubFor(get("/jwks").willReturn(aResponse().withStatus(302)));

    assertThatThrownBy(() -> fetch("/jwks")).isInstanceOf(BadAnswer.class);
  }

  @Test
  void refusesAnswerThatIsCutShort() {
    server.stubFor(get("/jwks").willReturn(ok("{}").withHeader("Content-Length", "400")));
    URI address = URI.create(server.url("/jwks"));

    assertThatThrownBy(() -> fetch(address, HASTY)).isInstanceOf(IOException.class);
  }

  @Test
  void stopsReadingAtTheSizeLimit() {
    try (RawServer endless = RawServer.plain(CHUNKED, "10000\r\n" + " ".repeat(65536) + "\r\n")) {
      assertThatThrownBy(() -> fetch(endless.uri()))
          .isInstanceOf(BadAnswer.class)
          .hasMessageContaining("longer than 524288 bytes");
    }
  }

  @Test
  void refusesFiftyMegabytesBeforeReadingThem() {
    server.stubFor(get("/jwks").willReturn(aResponse().withBody(new byte[50_000_000])));

    assertThatThrownBy(() -> fetch("/jwks")).hasMessageContaining("longer than");
  }

  static Stream<Arguments> slow() {
    return Stream.of(
        Arguments.of("no answer", "", ""),
        Arguments.of("dripping headers", OK, "X-A: b\r\n"),
        Arguments.of("dripping header name", OK + "X", "x"),
        Arguments.of("interim answers", "", "HTTP/1.1 100 Continue\r\n\r\n"),
        Arguments.of("body that stops", OK + "Content-Length: 9\r\n\r\nabc", ""),
        Arguments.of("dripping body", OK + "Content-Length: 9999\r\n\r\n", "x"),
        Arguments.of("endless body", OK + "\r\n", "x"),
        Arguments.of("chunk that stops", CHUNKED + "5\r\nab", ""),
        Arguments.of("dripping chunks", CHUNKED, "1\r\nx\r\n"),
        Arguments.of("dripping chunk extension", CHUNKED + "5;", "x"),
        Arguments.of("dripping trailers", CHUNKED + "1\r\na\r\n0\r\n", "X-A: b\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slow")
  void endsAtTheReadTimeOutOverTls(String what, String head, String piece) {
    try (RawServer slow = RawServer.tls(tls.getServerSocketFactory(), head, piece)) {
      long from = System.nanoTime();

      Throwable end = catchThrowable(() -> fetch(slow.uri(), HASTY));

      assertThat(end).isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
    }
  }

  static Stream<Arguments> slowHeaders() {
    return slow().limit(4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slowHeaders")
  void endsSlowHeadersOnTheLoopbackToo(String what, String head, String piece) {
    try (RawServer slow = RawServer.plain(head, piece)) {
      long from = System.nanoTime();

      assertThatThrownBy(() -> fetch(slow.uri(), HASTY)).isInstanceOf(IOException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void endsATlsHandshakeThatHangs() {
    try (RawServer silent = RawServer.plain("", "")) {
      URI https = URI.create(silent.uri().toString().replace("http:", "https:"));
      long from = System.nanoTime();

      assertThatThrownBy(() -> fetch(https, HASTY)).isInstanceOf(IOException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void waitsForNoServerThatKeepsTheConnectionOpen() throws IOException {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    try (RawServer secure = RawServer.tls(tls.getServerSocketFactory(), answer, "");
        RawServer plain = RawServer.plain(answer, "")) {
      long from = System.nanoTime();

      assertThat(fetch(secure.uri()).body()).contains("{}");
      assertThat(fetch(plain.uri()).body()).contains("{}");

      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void refusesCertificateOfAnotherHostAndOneNobodyVouchesFor() {
    String answer = OK + "Content-Length: 2\r\n\r\n{}";
    SSLContext serves = tlsOfAnotherHost;
    try (RawServer wrong = RawServer.tls(serves.getServerSocketFactory(), answer, "")) {
      Attempt trusting = new Attempt(Attempt.Cause.TIMER, 0, threads, Attempt::cut);
      HttpGet http = new HttpGet(TestJwks.rules(Duration.ofSeconds(10)), serves::getSocketFactory);

      assertThatThrownBy(() -> http.get(wrong.uri(), Optional.empty(), trusting))
          .isInstanceOf(javax.net.ssl.SSLException.class);
      assertThatThrownBy(() -> fetch(wrong.uri())).isInstanceOf(javax.net.ssl.SSLException.class);
      trusting.finish(false);
    }
  }

  @Test
  void refusesPortThatNobodyListensOn() {
    RawServer gone = RawServer.plain("", "");
    gone.close();

    assertThatThrownBy(() -> fetch(gone.uri())).isInstanceOf(IOException.class);
  }
}
