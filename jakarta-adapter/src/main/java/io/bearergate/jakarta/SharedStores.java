package io.bearergate.jakarta;

import io.bearergate.Stores;
import jakarta.servlet.ServletContext;
import java.time.InstantSource;

/** What an application gave its filters that are not made in code. */
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

  static Stores of(ServletContext application, InstantSource clock) {
    Object told = application.getAttribute(ATTRIBUTE);
    if (told == null) {
      return Stores.inMemory(clock);
    }
    if (told instanceof Stores stores) {
      return stores;
    }
    throw new IllegalStateException( // of another copy of the jar: its stores are not ours
        "the attribute " + ATTRIBUTE + " is none of this application's; keep one copy of the jar");
  }
}
