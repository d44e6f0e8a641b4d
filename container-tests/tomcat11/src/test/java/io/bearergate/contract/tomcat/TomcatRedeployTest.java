package io.bearergate.contract.tomcat;

import io.bearergate.contract.redeploy.RedeployContract;
import io.bearergate.contract.redeploy.WarServer;

/** Redeployment on embedded Tomcat. */
class TomcatRedeployTest extends RedeployContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }
}
