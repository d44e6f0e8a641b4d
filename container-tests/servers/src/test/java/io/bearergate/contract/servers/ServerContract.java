package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Product;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every server that people run, started once for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // stopping comes last
@ExtendWith(Recorder.class)
abstract class ServerContract
    implements RequestsOnServer, PathsOnServer, DispatchesOnServer, DoorsOnServer, StopOfServer {

  private @Nullable RunningServer server;

  /** Which it is. */
  abstract Product product();

  @BeforeAll
  void start(@TempDir Path folder) {
    server = RunningServer.start(product(), folder, this instanceof EnterpriseOnServer);
  }

  @Override
  public RunningServer server() {
    return Objects.requireNonNull(server);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
      server.sightings().write();
    }
  }
}
