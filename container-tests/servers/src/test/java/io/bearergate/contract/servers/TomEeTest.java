package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Catalina;
import io.bearergate.contract.servers.product.Product;

/** An application on TomEE. */
class TomEeTest extends FullServerContract {

  @Override
  Product product() {
    return Catalina.tomee();
  }
}
