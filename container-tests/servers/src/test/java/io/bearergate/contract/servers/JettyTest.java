package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.JettyHome;
import io.bearergate.contract.servers.product.Product;

/** An application on Jetty 12.1. */
class JettyTest extends ServerContract {

  @Override
  Product product() {
    return new JettyHome();
  }
}
