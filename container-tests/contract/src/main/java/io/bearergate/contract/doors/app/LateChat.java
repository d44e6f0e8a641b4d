package io.bearergate.contract.doors.app;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/** Adds an endpoint in code, as late as the API allows. */
public final class LateChat implements ServletContextListener {

  /** For web.xml. */
  public LateChat() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServerContainer endpoints =
        (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
    try {
      endpoints.addEndpoint(ServerEndpointConfig.Builder.create(Chat.class, "/late").build());
    } catch (DeploymentException e) {
      throw new IllegalStateException(e);
    }
  }
}
