package io.bearergate.contract.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.TestApi;
import io.bearergate.contract.doors.app.Annotated;
import io.bearergate.contract.doors.app.Between;
import io.bearergate.contract.doors.app.Chat;
import io.bearergate.contract.doors.app.LateChat;
import io.bearergate.contract.doors.app.Notes;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.redeploy.WarFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No WebSocket is opened without a token, whoever adds the endpoint, and when; with one, the
 * endpoint knows whose it is.
 */
public abstract class WebSocketContract extends ServedWar {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpClient client = HttpClient.newHttpClient();

  private void deploy(Class<?> settings, String... webXml) {
    server.deploy(
        WarFolder.in(folder.resolve("app"))
            .classes(settings, Notes.class, Chat.class, LateChat.class)
            .file("WEB-INF/web.xml", WebXmlText.of(webXml))
            .folder());
  }

  private static RawRequest upgrade(String path) {
    return RawRequest.get(path)
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
  }

  private int open(RawRequest request) {
    return RawConnection.exchange(address, request).status();
  }

  /** What the endpoint says to whom. */
  private String greeting(String path, String user, String scope) {
    String token = issuer.token(t -> t.audience(TestApi.AUDIENCE).subject(user).scope(scope));
    CompletableFuture<String> said = new CompletableFuture<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create("ws://" + address.getAuthority() + path), new Hearing(said))
            .join();
    try {
      return said.orTimeout(20, TimeUnit.SECONDS).join();
    } finally {
      socket.abort();
    }
  }

  /** The first message, which is short enough for one frame. */
  private record Hearing(CompletableFuture<String> said) implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      said.complete(text.toString());
      return null;
    }
  }

  private void isOpenedByToken(String path) {
    String token = issuer.token(t -> t.audience(TestApi.AUDIENCE));

    assertThat(open(upgrade(path))).isEqualTo(401);
    assertThat(open(upgrade(path).bearer(token.substring(1)))).isEqualTo(401);
    assertThat(open(upgrade(path).bearer(token))).isEqualTo(SWITCHING_PROTOCOLS);
    assertThat(greeting(path, "alice", "read")).isEqualTo("alice may [read]");
    assertThat(greeting(path, "bob", "write")).isEqualTo("bob may [write]");
    assertThat(log.text()).doesNotContain("WebSocket upgrades pass");
  }

  @Test
  void opensAnAnnotatedEndpointByToken() {
    deploy(Annotated.class);

    isOpenedByToken("/chat");
  }

  @Test
  void opensAnEndpointOfCodeByToken() {
    deploy(Annotated.class, WebXmlText.listener(LateChat.class));

    isOpenedByToken("/late");
  }

  @Test
  void opensAnEndpointByTokenBehindTheFilterOfWebXml() {
    deploy(
        Between.class, // which has no settings
        WebXmlText.listener(LateChat.class),
        WebXmlText.filter("between", Between.class, ""),
        WebXmlText.mapping("between", "<url-pattern>/*</url-pattern>"),
        WebXmlText.gate(WebXmlText.settings()));

    isOpenedByToken("/chat");
    isOpenedByToken("/late");
  }
}
