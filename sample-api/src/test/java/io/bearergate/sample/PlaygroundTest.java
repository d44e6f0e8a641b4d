package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bearergate.sample.issuer.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundTest extends StageTest {

  private static final String WALK = "playground/api/walk";
  private static final int MOST_WALKS = 16;

  private static String at(String path) {
    return stage.api().address() + path;
  }

  @ParameterizedTest
  @DisplayName("a page may run our scripts only, load nothing of others', and is framed by nobody")
  @ValueSource(strings = {"", "which-flow", "playground/walk", "playground/api/session"})
  void hasStrictPolicy(String path) {
    HttpResponse<String> answer = Wire.get(at(path));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "https:");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  @DisplayName("the session's cookie is for this site's requests only, and for no script")
  void keepsCookieClose() {
    assertThat(Wire.get(at("playground/api/session")).headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @ParameterizedTest
  @DisplayName("− an order without the word that only our pages can read is 403")
  @ValueSource(strings = {"", "guessed"})
  void refusesForeignOrders(String word) {
    Visit visit = new Visit(stage.api().address().toString(), Visit.to(stage).cookie(), word);

    HttpResponse<String> refused = visit.order(WALK, "{\"flow\":\"F11\",\"by\":\"script\"}");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(visit.read(WALK).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("− a stranger does not see another session's walk")
  void keepsWalksApart() {
    Visit mine = Visit.to(stage);
    mine.order(WALK, "{\"flow\":\"F11\",\"by\":\"script\"}");

    assertThat(mine.read(WALK).statusCode()).isEqualTo(200);
    assertThat(Visit.to(stage).read(WALK).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("SC4 − what the page is told of a walk holds no token, code or secret")
  void tellsNoSecret() {
    Visit visit = Visit.to(stage);
    visit.order(WALK, "{\"flow\":\"F01\",\"by\":\"script\"}");
    await().until(() -> visit.read(WALK).body().contains("\"done\":true"));

    String told = visit.read(WALK).body();
    assertThat(told).contains("\"holds\":true", "\"claims\":");
    assertThat(told).doesNotContain("p4ssw0rd", "s3cr3t").doesNotContainPattern(Leaks.TOKEN);
    assertThat(told).doesNotContainPattern("bgc_[\\w-]{8,}");
  }

  @Test
  @DisplayName("so many walks wait at once and no more; one called off makes room")
  void boundsWalks() {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < MOST_WALKS; i++) {
      Visit visit = Visit.to(stage);
      assertThat(begin(visit).statusCode()).isEqualTo(200);
      visits.add(visit);
    }
    Visit late = Visit.to(stage);

    assertThat(begin(late).statusCode()).isEqualTo(503);
    assertThat(late.read(WALK).statusCode()).isEqualTo(404);
    visits.forEach(PlaygroundTest::callOff);
    await().until(() -> begin(late).statusCode() == 200);
    callOff(late);
  }

  @ParameterizedTest
  @DisplayName("F17.3 − the debugger is off unless it is switched on")
  @ValueSource(strings = {"debugger", "playground/api/trial", "playground/debugger.js"})
  void keepsDebuggerOff(String path) {
    assertThat(Wire.get(at(path)).statusCode()).isEqualTo(404);
    assertThat(Wire.get(at("playground/api/session")).body()).contains("\"debugger\":false");
  }

  @ParameterizedTest
  @DisplayName("F17.3 − another name for this machine is answered by nothing (DNS rebinding)")
  @ValueSource(strings = {"rebound.test", "rebound.test:80", "127.0.0.1.rebound.test", "127.0.0.1"})
  void refusesOtherHosts(String host) throws IOException {
    assertThat(raw("GET /debugger HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421")
        .doesNotContain("<html");
  }

  @Test
  @DisplayName("localhost is sent on to the address that the redirect URIs name")
  void sendsLocalhostOn() throws IOException {
    int port = stage.api().address().getPort();
    String answer =
        raw(
            "GET //elsewhere.test/ HTTP/1.1\r\nHost: localhost:"
                + port
                + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).doesNotContain("Location: //", "Location: http://elsewhere");
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n"))
        .contains("Location: " + stage.api().address() + "\r\n");
  }

  @Test
  @DisplayName("F17.3 − nothing listens on any other address of this machine")
  void listensOnLoopbackOnly() throws SocketException {
    List<Inet4Address> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .filter(Inet4Address.class::isInstance)
            .map(Inet4Address.class::cast)
            .toList();

    assertThat(stage.api().address().getHost()).isEqualTo("127.0.0.1");
    assertThat(others)
        .allSatisfy(
            address ->
                assertThatThrownBy(
                        () -> new Socket(address, stage.api().address().getPort()).close())
                    .isInstanceOf(ConnectException.class));
  }

  @ParameterizedTest
  @DisplayName("− what is no page, in any spelling, is 404 or asks for a token")
  @ValueSource(
      strings = {
        "playground/../api/notes",
        "playground/%2e%2e/api/notes",
        "playground/..%2fapi/notes",
        "playground/Playground.class",
        "playground/"
      })
  void servesNothingElse(String path) throws IOException {
    String answer =
        raw(
            "GET /%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                .formatted(path, stage.api().address().getPort()));

    assertThat(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3))
        .isIn("400", "401", "404");
  }

  private static HttpResponse<String> begin(Visit visit) {
    return visit.order(WALK, "{\"flow\":\"F01\",\"by\":\"browser\"}");
  }

  private static void callOff(Visit visit) {
    Wire.method("DELETE", at(WALK), "Cookie", visit.cookie(), "X-Page-Word", visit.pageWord());
  }

  private static String raw(String request) throws IOException {
    int port = stage.api().address().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
