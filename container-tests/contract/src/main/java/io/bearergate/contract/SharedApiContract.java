package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
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

  /** No path makes the filter or the application fail. */
  void isNoFault(String target, Answer answer) {
    if (!api.container().failsOn(target)) {
      assertThat(answer.status()).isLessThan(500);
    }
  }

  @AfterAll
  void stopApi() {
    if (api != null) {
      api.close();
    }
  }
}
