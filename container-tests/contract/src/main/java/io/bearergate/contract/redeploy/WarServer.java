package io.bearergate.contract.redeploy;

import java.net.URI;
import java.nio.file.Path;

/**
 * One embedded server that runs one web application at a time from its folder, with a class loader
 * of the application's own below {@link ServerClasses}. Not thread-safe.
 */
public interface WarServer {

  /**
   * Starts the server without an application, on an ephemeral port of 127.0.0.1.
   *
   * @return its address, without a path
   */
  URI start();

  /**
   * Starts the application in this folder as the root.
   *
   * @return its class loader, which the caller must not keep
   */
  ClassLoader deploy(Path folder);

  /** Stops the application and forgets it. */
  void undeploy();

  /** Stops the server. */
  void stop();
}
