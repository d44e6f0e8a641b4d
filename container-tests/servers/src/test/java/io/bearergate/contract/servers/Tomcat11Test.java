package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Catalina;
import io.bearergate.contract.servers.product.Product;

/** An application on Tomcat 11. */
class Tomcat11Test extends ServerContract implements RedeployOnServer {

  @Override
  Product product() {
    return Catalina.tomcat11();
  }
}
