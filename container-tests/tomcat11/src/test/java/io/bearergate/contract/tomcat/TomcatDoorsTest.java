package io.bearergate.contract.tomcat;

import io.bearergate.contract.doors.DoorsContract;
import io.bearergate.contract.redeploy.WarServer;

/** The ways into an application on embedded Tomcat. */
class TomcatDoorsTest extends DoorsContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }
}
