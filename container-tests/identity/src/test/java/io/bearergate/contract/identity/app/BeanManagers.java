package io.bearergate.contract.identity.app;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** The one name that Soteria looks up, where a real Tomcat has a {@code Resource}. */
public final class BeanManagers extends InitialContext implements InitialContextFactory {

  /** For JNDI. */
  public BeanManagers() throws NamingException {
    super(true);
  }

  @Override
  public Context getInitialContext(Hashtable<?, ?> environment) {
    return this;
  }

  @Override
  public Object lookup(String name) throws NamingException {
    if (!name.equals("java:comp/BeanManager")) {
      throw new NameNotFoundException(name);
    }
    return CDI.current().getBeanManager();
  }
}
