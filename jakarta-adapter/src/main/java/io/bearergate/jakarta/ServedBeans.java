package io.bearergate.jakarta;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Has the filter say whom each thread serves, where there is CDI and so somebody who may ask. For
 * CDI alone to call.
 */
public final class ServedBeans implements Extension {

  /** For CDI. */
  public ServedBeans() {}

  void begin(@Observes BeforeBeanDiscovery beans) {
    Served.mayBeAsked();
  }
}
