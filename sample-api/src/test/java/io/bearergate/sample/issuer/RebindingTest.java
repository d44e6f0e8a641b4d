package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another site whose name was made to point to this machine (DNS rebinding). */
class RebindingTest {

  private static final VirtualClock CLOCK = VirtualClock.standingAt(IssuerTest.START);

  private static MockAuthorizationServer server;

  @BeforeAll
  static void startServer() {
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(CLOCK).with(Feature.CONTROLS));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("0.3 − under another site's name there is nothing here, whatever else is claimed")
  @ValueSource(
      strings = {
        "Host: evil.test",
        "Host: evil.test:PORT",
        "Host: evil.test:PORT\r\nX-Forwarded-Host: 127.0.0.1:PORT",
        "Host: evil.test:PORT\r\nForwarded: host=\"127.0.0.1:PORT\"",
        "Host: 127.0.0.1.evil.test:PORT",
        "Host: 127.0.0.1:1"
      })
  void refusesOtherNames(String headers) throws IOException {
    assertThat(get("/__mock/journal", headers)).startsWith("HTTP/1.1 421 ").doesNotContain("{");
    assertThat(get("/.well-known/openid-configuration", headers)).startsWith("HTTP/1.1 421 ");
  }

  @Test
  @DisplayName("0.3 − nor can its page move the clock")
  void movesNothingForOthers() throws IOException {
    String order = "{\"advance\":60}";

    String answer =
        send(
            "POST /__mock/clock HTTP/1.1\r\nHost: evil.test\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + order.length()
                + "\r\nConnection: close\r\n\r\n"
                + order);

    assertThat(answer).startsWith("HTTP/1.1 421 ");
    assertThat(CLOCK.instant()).isEqualTo(IssuerTest.START);
  }

  @Test
  @DisplayName("0.3 + under its own name it answers")
  void answersToItsName() throws IOException {
    assertThat(get("/__mock/journal", "Host: 127.0.0.1:PORT")).startsWith("HTTP/1.1 200 ");
  }

  private static String get(String path, String headers) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
  }

  private static String send(String request) throws IOException {
    int port = URI.create(server.issuer()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String sent = request.replace("PORT", Integer.toString(port));
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
