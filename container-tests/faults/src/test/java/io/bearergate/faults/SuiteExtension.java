package io.bearergate.faults;

import java.time.Duration;
import java.util.stream.Stream;
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
    Stream.of(Server.values()).forEach(SuiteExtension::warmUp);
    return Suite.start();
  }

  /** Else the first rows would measure how classes are loaded. */
  private static void warmUp(Server server) {
    try (LoadedApi api = LoadedApi.warm(server, LoadedApi.Pace.SOON)) {
      var unused = api.callers().known(200, Duration.ofSeconds(1)).tally();
    }
  }
}
