package io.bearergate.contract.tomcat;

import io.bearergate.contract.doors.WebSocketContract;
import io.bearergate.contract.redeploy.WarServer;

/** WebSocket endpoints on embedded Tomcat. */
class TomcatWebSocketTest extends WebSocketContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }
}
