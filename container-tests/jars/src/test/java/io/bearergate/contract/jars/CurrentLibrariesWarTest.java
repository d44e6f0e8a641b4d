package io.bearergate.contract.jars;

import io.bearergate.contract.redeploy.WarContract;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.contract.tomcat.TomcatWars;
import java.nio.file.Path;
import java.util.List;

/** An application with the plain jars and the libraries they were compiled with. */
class CurrentLibrariesWarTest extends WarContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }

  @Override
  protected List<Path> libraries() {
    return Jars.withCurrentLibraries();
  }
}
