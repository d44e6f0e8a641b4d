package io.bearergate.contract.wars;

import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.contract.tomcat.TomcatWars;

/** The sample applications on embedded Tomcat. */
class TomcatSampleWarsTest extends SampleWarsContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }
}
