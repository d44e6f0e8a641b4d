package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertJson;
import static io.bearergate.sample.issuer.Answers.assertPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignReferenceTest extends IssuerTest {

  @ParameterizedTest
  @DisplayName("F03.6 − a request_uri that is no PAR reference is refused and never fetched")
  @ValueSource(strings = {"/request.jwt", "/request.jwt#frag"})
  void fetchesNothing(String path) throws IOException {
    List<String> journal = new CopyOnWriteArrayList<>();
    HttpServer canary = canary(journal);
    try {
      String uri = "http://127.0.0.1:" + canary.getAddress().getPort() + path;

      assertPage(
          browser().authorize(Requests.with(Requests.web(), "request_uri", uri)),
          "request_uri_not_supported");
      assertJson(
          pushAsWeb(Requests.with(Requests.web(), "request_uri", uri)), 400, "invalid_request");

      assertThat(journal).isEmpty();
      Wire.get(uri);
      assertThat(journal).as("the canary does sing").hasSize(1);
    } finally {
      canary.stop(0);
    }
  }

  private static HttpServer canary(List<String> journal) throws IOException {
    HttpServer canary =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    canary.createContext(
        "/",
        exchange -> {
          journal.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    canary.start();
    return canary;
  }

  @ParameterizedTest
  @DisplayName(
      "F03.6 − https and foreign URNs are request_uri_not_supported, unknown ones invalid_request_uri")
  @CsvSource({
    "https://client.bearergate.test/request.jwt, request_uri_not_supported",
    "urn:example:request, request_uri_not_supported",
    "urn:ietf:params:oauth:request_uri:made-up, invalid_request_uri"
  })
  void knowsItsOwnReferences(String requestUri, String error) {
    Map<String, String> asked = Requests.with(Requests.web(), "request_uri", requestUri);

    assertPage(browser().authorize(asked), error);
  }
}
