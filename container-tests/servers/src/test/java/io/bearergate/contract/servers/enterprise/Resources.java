package io.bearergate.contract.servers.enterprise;

import io.bearergate.jakarta.BearergateFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists what there is, as Jakarta EE 9 needs it. */
@ApplicationPath("/api")
public class Resources extends Application {

  /** For the server. */
  public Resources() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Records.class, BearergateFeature.class);
  }
}
