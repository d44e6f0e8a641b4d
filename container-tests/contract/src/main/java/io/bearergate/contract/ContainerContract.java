package io.bearergate.contract;

import org.junit.jupiter.api.TestInstance;

/** Tests that need a servlet container, whichever it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContainerContract {

  /** A server of its own for each application, not started. */
  protected abstract ServletContainer newContainer();

  final TestApi.Plan api() {
    return new TestApi.Plan(newContainer());
  }
}
