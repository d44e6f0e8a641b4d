package io.bearergate.contract.doors.app;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Greets its user. */
@ServerEndpoint("/chat")
public final class Chat {

  /** For the server. */
  public Chat() {}

  /** Sends the name of whoever opened it. */
  @OnOpen
  public void greet(Session session) throws IOException {
    session.getBasicRemote().sendText("user=" + session.getUserPrincipal().getName());
  }
}
