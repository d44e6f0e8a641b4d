package io.bearergate.interop;

import org.junit.jupiter.api.Tag;

/** {@code typ: JWT} on everything, the kinds told apart by the payload's {@code typ}. */
@Tag("keycloak")
class KeycloakTest extends InteropContract {

  @Override
  RealServer startServer() {
    return KeycloakServer.start();
  }
}
