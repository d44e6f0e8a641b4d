package io.bearergate.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that share one running API; its clock and events begin anew for each. */
public abstract class SharedApiContract extends ContainerContract {

  TestApi api;

  /** What the tests of this class run against. */
  abstract TestApi.Plan plan();

  @BeforeAll
  void startApi() {
    api = plan().start();
  }

  @BeforeEach
  void beginAnew() {
    api.clock().set(SettableClock.BEGIN);
    api.events().clear();
  }

  @AfterAll
  void stopApi() {
    if (api != null) {
      api.close();
    }
  }
}
