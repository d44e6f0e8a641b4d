package io.bearergate.jakarta;

import io.bearergate.Stores;
import jakarta.servlet.ServletContext;
import java.time.InstantSource;

/**
 * What the filters of one application remember together, unless they are made in code with stores
 * of their own: what the application gave them, or memory that the first of them makes. It stands
 * in an attribute of the application, and ends with it.
 */
final class SharedStores {

  private static final String ATTRIBUTE = "io.bearergate.stores";

  private SharedStores() {}

  static void tell(ServletContext application, Stores stores) {
    if (!OpenGate.all(application).isEmpty()) {
      throw new IllegalStateException(
          "a filter of this application runs already, without these stores; share them in a"
              + " ServletContextListener");
    }
    application.setAttribute(ATTRIBUTE, stores);
  }

  /** For one filter, which has to see a proof that another one has let pass. */
  static Stores of(ServletContext application, String filterName, InstantSource clock) {
    Stores all = ofAll(application, clock);
    return all.withSeenProofs(new ProofsOfFilter(all.seenProofs(), filterName));
  }

  /** One at a time: two filters that start at once shall find the same. */
  private static synchronized Stores ofAll(ServletContext application, InstantSource clock) {
    Object told = application.getAttribute(ATTRIBUTE);
    if (told == null) {
      Stores alone = Stores.inMemory(clock);
      application.setAttribute(ATTRIBUTE, alone);
      return alone;
    }
    if (told instanceof Stores stores) {
      return stores;
    }
    throw new IllegalStateException( // of another copy of the jar: its stores are not ours
        "the attribute " + ATTRIBUTE + " is none of this application's; keep one copy of the jar");
  }
}
