package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.GlassFish;
import io.bearergate.contract.servers.product.Product;

/** An application on GlassFish 8. */
class GlassFish8Test extends ServerContract {

  @Override
  Product product() {
    return GlassFish.eight();
  }
}
