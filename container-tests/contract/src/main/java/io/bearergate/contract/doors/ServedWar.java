package io.bearergate.contract.doors;

import io.bearergate.contract.CapturedLog;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.test.TestIssuer;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server for one application, whose issuer is the system property {@code doors.issuer}. */
abstract class ServedWar {

  final TestIssuer issuer = TestIssuer.start();
  final WarServer server = newServer();
  final URI address = server.start();
  final CapturedLog log = CapturedLog.start();

  @TempDir Path folder;

  /** Not started. */
  protected abstract WarServer newServer();

  @BeforeEach
  void tellTheIssuer() {
    System.setProperty("doors.issuer", issuer.issuer());
  }

  @AfterEach
  void stop() {
    server.undeploy();
    server.stop();
    log.close();
    issuer.close();
    System.clearProperty("doors.issuer");
  }
}
