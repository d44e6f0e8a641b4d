package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Product;
import io.bearergate.contract.servers.product.WildFly;

/** An application on WildFly. */
class WildFlyTest extends FullServerContract implements RedeployOnServer {

  @Override
  Product product() {
    return new WildFly();
  }
}
