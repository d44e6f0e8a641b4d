package io.bearergate.jakarta.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.System.Logger.Level;

/**
 * Lets an application inject {@code AccessToken}, {@code BearergatePrincipal}, {@link TokenClaim}
 * and, where MicroProfile JWT is on the class path, {@code JsonWebToken}. A bean that would hold
 * one of ours longer than a request stops the start. For CDI containers alone to make.
 */
public final class BearergateExtension implements Extension {

  private static final String JSON_WEB_TOKEN = "org.eclipse.microprofile.jwt.JsonWebToken";

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  /** For the CDI container. */
  public BearergateExtension() {}

  void addProducers(@Observes BeforeBeanDiscovery event) {
    event.addAnnotatedType(TokenProducers.class, TokenProducers.class.getName());
    if (isPresent(JSON_WEB_TOKEN)) {
      CurrentJsonWebToken.annotate(
          event.addAnnotatedType(CurrentJsonWebToken.class, CurrentJsonWebToken.class.getName()));
    }
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, BearergateExtension.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  <T> void stopAtOutliving(@Observes ProcessBean<T> event) {
    for (InjectionPoint where : event.getBean().getInjectionPoints()) {
      Lifespan.danger(where, event.getBean().getScope()).ifPresent(danger -> stop(event, danger));
    }
  }

  private static void stop(ProcessBean<?> event, String danger) {
    LOG.log(Level.ERROR, danger); // Tomcat shows the exception in a file of its own only
    event.addDefinitionError(new DefinitionException(danger));
  }
}
