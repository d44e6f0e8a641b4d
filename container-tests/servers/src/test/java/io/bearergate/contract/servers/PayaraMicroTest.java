package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.PayaraMicro;
import io.bearergate.contract.servers.product.Product;

/** An application on Payara Micro. */
class PayaraMicroTest extends FullServerContract {

  @Override
  Product product() {
    return new PayaraMicro();
  }
}
