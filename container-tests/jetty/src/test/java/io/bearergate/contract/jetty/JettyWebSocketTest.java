package io.bearergate.contract.jetty;

import io.bearergate.contract.doors.WebSocketContract;
import io.bearergate.contract.redeploy.WarServer;

/** WebSocket endpoints on embedded Jetty 12.1. */
class JettyWebSocketTest extends WebSocketContract {

  @Override
  protected WarServer newServer() {
    return new JettyWars();
  }
}
