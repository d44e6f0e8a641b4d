package io.bearergate.contract.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user is known wherever the request goes. */
interface DispatchesOnServer extends OnServer {

  private Answer served(String path) {
    return server().get(path, server().target().good());
  }

  @Test
  @Shows(Behaviour.FORWARD)
  default void keepsUserOnForward() {
    Answer answer = served("/dispatch/forward");

    assertThat(answer.told("dispatch")).isEqualTo("FORWARD");
    assertThat(answer.told("principal")).isEqualTo("alice");
  }

  @Test
  @Shows(Behaviour.FORWARD)
  default void keepsUserOnInclude() {
    Answer answer = served("/dispatch/include");

    assertThat(answer.told("dispatch")).isEqualTo("INCLUDE");
    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("after")).isEqualTo("alice");
  }

  @Test
  @Shows(Behaviour.ERROR_PAGE)
  default void keepsUserOnErrorPage() {
    Answer answer = served("/dispatch/missing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.told("endpoint")).isEqualTo("error");
    assertThat(answer.told("principal")).isEqualTo("alice");
  }

  @Test
  @Shows(Behaviour.ERROR_PAGE)
  default void leavesExceptionToTheServer() {
    Answer answer = served("/dispatch/broken");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers("WWW-Authenticate")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/plain/again",
        "/plain/other",
        "/plain/complete",
        "/plain/late",
        "/arguments/again",
        "/arguments/other",
        "/arguments/complete"
      })
  @Shows(Behaviour.ASYNC)
  default void keepsUserWithoutTheRequestsThread(String way) {
    Answer answer = served("/async" + way);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("user")).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plain/again", "/plain/late", "/arguments/complete"})
  @Shows(Behaviour.ASYNC)
  default void refusesBeforeAnythingBegins(String way) {
    Refusal.C0.isGivenBy(server().get("/async" + way));
  }

  private static RawRequest upgrade() {
    return RawRequest.get("/chat")
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
  }

  @Test
  @Shows(Behaviour.WEB_SOCKET)
  default void opensNoWebSocketWithoutToken() {
    assertThat(server().send(upgrade()).status()).isEqualTo(401);
    assertThat(server().send(upgrade().bearer("a.b.c")).status()).isEqualTo(401);
  }

  @Test
  @Shows(Behaviour.WEB_SOCKET_USER)
  default void opensWebSocketByToken() throws Exception {
    FirstText first = new FirstText();
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Authorization", "Bearer " + server().target().good())
        .buildAsync(URI.create("ws://" + server().base().getAuthority() + "/chat"), first)
        .get(20, TimeUnit.SECONDS)
        .request(1);

    String user = first.text.get(20, TimeUnit.SECONDS);

    assertThat(user).isIn("alice", "-");
    note(Behaviour.WEB_SOCKET_USER, user.equals("-") ? "nobody" : user);
  }

  /** Keeps the first message. */
  final class FirstText implements WebSocket.Listener {

    private final CompletableFuture<String> text = new CompletableFuture<>();

    @Override
    public void onOpen(WebSocket socket) {
      socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.complete(data.toString());
      return text;
    }
  }
}
