package io.bearergate.contract.servers;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An application that comes and goes while the server runs leaves nothing of itself behind. */
interface RedeployOnServer extends OnServer {

  /** How often it comes. */
  int TIMES = 20;

  /** A server may hold the last that it saw. */
  long LAST = 1;

  /** For the server to see a file, and to do what follows. */
  Duration LONG_ENOUGH = ofMinutes(2);

  @Test
  @Order(Integer.MAX_VALUE - 1)
  @Shows(Behaviour.REDEPLOYED)
  default void leavesNoClassLoaderBehind() {
    comesAndGoes();
    comesAndGoes(); // what the server makes once is made by now
    ClassLoaders before = server().process().classLoaders();
    assertThat(before.byType()).as("class loaders are seen").isNotEmpty();

    for (int i = 0; i < TIMES; i++) {
      comesAndGoes();
    }

    await("their class loaders to go")
        .atMost(LONG_ENOUGH)
        .pollInterval(ofSeconds(2))
        .untilAsserted(
            () ->
                assertThat(server().process().classLoaders().beyond(before).values())
                    .allMatch(more -> more <= LAST));
  }

  private void comesAndGoes() {
    String token = server().target().good();
    server().deploy();
    await("the application").atMost(LONG_ENOUGH).pollInterval(ofMillis(100)).until(this::isThere);
    Refusal.C0.isGivenBy(server().get("/again/a"));
    assertThat(server().get("/again/a", token).told("user")).isEqualTo("alice");
    server().undeploy();
    await("its end").atMost(LONG_ENOUGH).pollInterval(ofMillis(100)).until(() -> !isThere());
  }

  /** Where it is not, the one at the root answers, or the server. */
  private boolean isThere() {
    Answer answer = server().get("/again/a", server().target().good());
    return !answer.headers("Met").isEmpty();
  }
}
