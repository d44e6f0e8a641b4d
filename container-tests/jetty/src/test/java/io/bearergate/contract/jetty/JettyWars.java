package io.bearergate.contract.jetty;

import io.bearergate.contract.redeploy.ServerClasses;
import io.bearergate.contract.redeploy.WarServer;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Embedded Jetty running an application from its folder, as the stand-alone one does. */
final class JettyWars implements WarServer {

  private final Server server = new Server();
  private final ContextHandlerCollection applications = new ContextHandlerCollection();

  @Override
  public URI start() {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(applications);
    JettyContainer.run(server::start);
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public ClassLoader deploy(Path folder) {
    WebAppContext context = new WebAppContext();
    context.setContextPath("/");
    context.setBaseResourceAsPath(folder);
    context.setThrowUnavailableOnStartupException(true);
    ClassLoader own = new WebAppClassLoader(new ServerClasses(), context);
    context.setClassLoader(own);
    applications.addHandler(context);
    JettyContainer.run(context::start);
    return own;
  }

  @Override
  public void undeploy() {
    applications
        .getHandlers()
        .forEach(
            context -> {
              JettyContainer.run(context::stop);
              applications.removeHandler(context);
              context.destroy();
            });
  }

  @Override
  public void stop() {
    JettyContainer.run(server::stop);
  }
}
