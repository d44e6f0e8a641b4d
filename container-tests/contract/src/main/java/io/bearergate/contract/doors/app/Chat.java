package io.bearergate.contract.doors.app;

import io.bearergate.jakarta.BearergatePrincipal;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Greets its user. */
@ServerEndpoint("/chat")
public final class Chat {

  /** For the server. */
  public Chat() {}

  /** Sends the name of whoever opened it, and the token's scopes. */
  @OnOpen
  public void greet(Session session) throws IOException {
    BearergatePrincipal user = (BearergatePrincipal) session.getUserPrincipal();
    session.getBasicRemote().sendText(user.getName() + " may " + user.token().scopes());
  }
}
