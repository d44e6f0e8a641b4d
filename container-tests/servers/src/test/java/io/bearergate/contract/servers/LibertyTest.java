package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Liberty;
import io.bearergate.contract.servers.product.Product;

/** An application on Open Liberty with the features of Jakarta EE 10. */
class LibertyTest extends FullServerContract {

  @Override
  Product product() {
    return Liberty.ee10();
  }
}
