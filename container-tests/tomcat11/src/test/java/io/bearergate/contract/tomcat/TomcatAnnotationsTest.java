package io.bearergate.contract.tomcat;

import io.bearergate.contract.annotations.AnnotationsContract;
import io.bearergate.contract.redeploy.WarServer;

/** What annotations on servlets ask, on embedded Tomcat. */
class TomcatAnnotationsTest extends AnnotationsContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }
}
