package io.bearergate.contract.jetty;

import io.bearergate.contract.doors.DoorsContract;
import io.bearergate.contract.redeploy.WarServer;

/** The ways into an application on embedded Jetty 12.1. */
class JettyDoorsTest extends DoorsContract {

  @Override
  protected WarServer newServer() {
    return new JettyWars();
  }
}
