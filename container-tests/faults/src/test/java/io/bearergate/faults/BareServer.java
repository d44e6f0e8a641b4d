package io.bearergate.faults;

import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.WebApp;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.faults.OpenLoop.Plan;
import java.net.URI;
import java.time.Duration;

/** A server without a gate, in the same JVM: how slow it is tells how busy the machine is. */
final class BareServer implements AutoCloseable {

  private static final int PER_SECOND = 20;

  private final ServletContainer container = Server.JETTY.container();
  private final URI base =
      container.start(
          WebApp.empty()
              .servlet("/*", (request, response) -> response.getWriter().print("served")));

  /** Callers for so long. */
  OpenLoop callers(Duration length) {
    return OpenLoop.start(base, Plan.steady(PER_SECOND, length, i -> RawRequest.get("/")));
  }

  @Override
  public void close() {
    container.stop();
  }
}
