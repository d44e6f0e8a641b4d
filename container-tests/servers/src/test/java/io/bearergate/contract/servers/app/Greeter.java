package io.bearergate.contract.servers.app;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;

/** Tells who opened it. */
@ServerEndpoint("/chat")
public final class Greeter {

  /** For the server. */
  public Greeter() {}

  /** Sends the name, {@code -} where the server knows none. */
  @OnOpen
  public void greet(Session session) throws IOException {
    Principal user = session.getUserPrincipal();
    session.getBasicRemote().sendText(user == null ? "-" : user.getName());
  }
}
