package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Jetty;
import io.bearergate.contract.servers.product.Product;

/** An application on Jetty. */
class JettyTest extends ServerContract implements RedeployOnServer {

  @Override
  Product product() {
    return new Jetty();
  }
}
