package io.bearergate.contract.tomcat;

import io.bearergate.contract.annotations.MisplacedAnnotationsContract;
import io.bearergate.contract.redeploy.WarServer;

/** Annotations that cannot be kept, on embedded Tomcat. */
class TomcatMisplacedAnnotationsTest extends MisplacedAnnotationsContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }
}
