package io.bearergate.faults;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one suite to all test classes, on a warm JVM, and closes it after the last. */
final class SuiteExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Suite.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Suite.class))
        .computeIfAbsent(Suite.class, type -> started(), Suite.class);
  }

  private static Suite started() {
    Form form = Form.chosen();
    form.servers().forEach(server -> warmUp(server, form));
    return Suite.start();
  }

  /** Else the first rows would measure how classes are loaded. */
  private static void warmUp(Server server, Form form) {
    try (LoadedApi api = LoadedApi.warm(server, LoadedApi.Pace.SOON)) {
      var unused = api.knownCallers(form.perSecond, Duration.ofSeconds(2)).tally();
    }
  }
}
