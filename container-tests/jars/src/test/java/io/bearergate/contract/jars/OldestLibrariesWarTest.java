package io.bearergate.contract.jars;

import io.bearergate.contract.redeploy.WarContract;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.contract.tomcat.TomcatWars;
import java.nio.file.Path;
import java.util.List;

/** An application with the plain jars, where a server has put older libraries before its own. */
class OldestLibrariesWarTest extends WarContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }

  @Override
  protected List<Path> libraries() {
    return Jars.withOldestLibraries();
  }
}
