package io.bearergate.contract.redeploy.app;

import jakarta.servlet.http.HttpServlet;
import java.util.concurrent.locks.LockSupport;

/** Does what the filter must not: its thread outlives the application, until interrupted. */
public final class Leaky extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public Leaky() {}

  @Override
  public void init() {
    Thread thread = new Thread(Leaky::stay, "bearergate-leaky");
    thread.setDaemon(true);
    thread.start();
  }

  private static void stay() {
    Leaky held = new Leaky();
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park(held);
    }
  }
}
