package io.bearergate.contract.jetty;

import io.bearergate.contract.redeploy.RedeployContract;
import io.bearergate.contract.redeploy.WarServer;

/** Redeployment on embedded Jetty 12.1. */
class JettyRedeployTest extends RedeployContract {

  @Override
  protected WarServer newServer() {
    return JettyWars.plain();
  }
}
