package io.bearergate.contract.jetty;

import io.bearergate.contract.annotations.MisplacedAnnotationsContract;
import io.bearergate.contract.redeploy.WarServer;

/** Annotations that cannot be kept, on embedded Jetty. */
class JettyMisplacedAnnotationsTest extends MisplacedAnnotationsContract {

  @Override
  protected WarServer newServer() {
    return new JettyWars();
  }
}
