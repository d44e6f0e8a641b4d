package io.bearergate.faults;

import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.jetty.JettyContainer;
import io.bearergate.contract.tomcat.TomcatContainer;

/** What the API runs on, each with the 200 threads that are its default. */
enum Server {
  JETTY,
  TOMCAT;

  ServletContainer container() {
    return this == JETTY ? new JettyContainer() : new TomcatContainer();
  }

  /** Its name and version. */
  String title() {
    return container().name();
  }
}
