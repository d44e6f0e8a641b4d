package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.GlassFish;
import io.bearergate.contract.servers.product.Product;

/** An application on GlassFish 7. */
class GlassFish7Test extends ServerContract {

  @Override
  Product product() {
    return GlassFish.seven();
  }
}
