package io.bearergate.interop;

/** No {@code typ} in the header, and {@code scope} an array. */
class SpringAuthorizationServerTest extends InteropContract {

  @Override
  RealServer startServer() {
    return SpringServer.start();
  }
}
