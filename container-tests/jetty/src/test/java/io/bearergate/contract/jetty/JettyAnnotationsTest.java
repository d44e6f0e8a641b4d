package io.bearergate.contract.jetty;

import io.bearergate.contract.annotations.AnnotationsContract;
import io.bearergate.contract.redeploy.WarServer;

/** What annotations on servlets ask, on embedded Jetty. */
class JettyAnnotationsTest extends AnnotationsContract {

  @Override
  protected WarServer newServer() {
    return new JettyWars();
  }
}
