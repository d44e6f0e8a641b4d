package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it asks is tested with Jersey. */
class ResourceGuardTest {

  /** Servers keep providers in sets: the second method would go without a guard. */
  @Test
  void isOnePerMethodThoughTwoAskTheSame() {
    Locators locators = new Locators();

    assertThat(
            new HashSet<>(
                List.of(
                    new ResourceGuard(Asked.TOKEN, locators),
                    new ResourceGuard(Asked.TOKEN, locators))))
        .hasSize(2);
    assertThat(ResourceGuard.class.isRecord()).isFalse();
  }
}
