package io.bearergate.contract.wars;

import io.bearergate.contract.jetty.JettyWars;
import io.bearergate.contract.redeploy.WarServer;

/** The sample applications on embedded Jetty. */
class JettySampleWarsTest extends SampleWarsContract {

  @Override
  protected WarServer newServer() {
    return new JettyWars();
  }
}
