package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Liberty;
import io.bearergate.contract.servers.product.Product;

/** An application on Open Liberty with the features of Jakarta EE 9. */
class LibertyEe9Test extends ServerContract {

  @Override
  Product product() {
    return Liberty.ee9();
  }
}
