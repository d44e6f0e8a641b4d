package io.bearergate.contract.jetty;

import io.bearergate.contract.redeploy.ServerClasses;
import io.bearergate.contract.redeploy.WarServer;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee11.webapp.Configuration;
import org.eclipse.jetty.ee11.webapp.FragmentConfiguration;
import org.eclipse.jetty.ee11.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.ee11.webapp.WebInfConfiguration;
import org.eclipse.jetty.ee11.webapp.WebXmlConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Embedded Jetty running an application from its folder, as the stand-alone one does. */
public final class JettyWars implements WarServer {

  private final Server server = new Server();
  private final ContextHandlerCollection applications = new ContextHandlerCollection();
  private final boolean withModules;

  /** With annotations and WebSocket. */
  public JettyWars() {
    this(true);
  }

  private JettyWars(boolean withModules) {
    this.withModules = withModules;
  }

  /** Without annotations and WebSocket: what these keep of an application is none of ours. */
  static JettyWars plain() {
    return new JettyWars(false);
  }

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
    if (!withModules) {
      context.setConfigurations(
          new Configuration[] {
            new WebInfConfiguration(),
            new WebXmlConfiguration(),
            new MetaInfConfiguration(),
            new FragmentConfiguration(),
            new WebAppConfiguration()
          });
    }
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
