package io.bearergate.contract.jars;

import io.bearergate.contract.redeploy.RedeployContract;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.contract.tomcat.TomcatWars;
import java.nio.file.Path;
import java.util.List;

/** Redeployment of an application with the one jar and nothing else. */
class AllJarRedeployTest extends RedeployContract {

  @Override
  protected WarServer newServer() {
    return new TomcatWars();
  }

  /** The same classes as the plain jars', under other names. */
  @Override
  protected int times() {
    return FEW;
  }

  @Override
  protected List<Path> libraries() {
    return List.of(Jars.all());
  }
}
