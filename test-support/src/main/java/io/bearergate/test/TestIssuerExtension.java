package io.bearergate.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a JUnit test a {@link TestIssuer} as a parameter, and closes it with the scope that asked
 * for it: {@code @ExtendWith(TestIssuerExtension.class)}. A constructor or {@code @BeforeAll}
 * shares one with all tests of the class. Thread-safe.
 */
public final class TestIssuerExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(TestIssuerExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestIssuer.class;
  }

  /**
   * The issuer of this scope, started when it is first asked for. JUnit closes what its store
   * holds.
   */
  @Override
  public TestIssuer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(TestIssuer.class, type -> TestIssuer.start(), TestIssuer.class);
  }
}
