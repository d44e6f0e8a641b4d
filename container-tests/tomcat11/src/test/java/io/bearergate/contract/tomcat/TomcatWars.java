package io.bearergate.contract.tomcat;

import io.bearergate.contract.redeploy.ServerClasses;
import io.bearergate.contract.redeploy.WarServer;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.jspecify.annotations.Nullable;

/** Embedded Tomcat running an application from its folder, as the stand-alone one does. */
public final class TomcatWars implements WarServer {

  private final Tomcat tomcat = new Tomcat();
  private @Nullable Context deployed;

  @Override
  public URI start() {
    Connector connector = TomcatContainer.connector(false);
    tomcat.setBaseDir(TomcatContainer.temporaryFolder().toString());
    tomcat.setConnector(connector);
    tomcat.getEngine().setParentClassLoader(new ServerClasses());
    TomcatContainer.run(tomcat::start);
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public ClassLoader deploy(Path folder) {
    ContextConfig webXml = new ContextConfig();
    webXml.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
    StandardJarScanner jars = new StandardJarScanner();
    jars.setScanClassPath(false); // the tests' own, which an application would be given as its own
    Context context = new StandardContext();
    context.setJarScanner(jars);
    context.setPath("");
    context.setDocBase(folder.toString());
    context.addLifecycleListener(webXml);
    deployed = context;
    tomcat.getHost().addChild(context);
    if (!context.getState().isAvailable()) {
      throw new IllegalStateException("the application did not start");
    }
    return context.getLoader().getClassLoader();
  }

  @Override
  public void undeploy() {
    if (deployed != null) {
      tomcat.getHost().removeChild(deployed);
      deployed = null;
    }
  }

  @Override
  public void stop() {
    TomcatContainer.run(tomcat::stop);
    TomcatContainer.run(tomcat::destroy);
  }
}
