package io.bearergate.contract.servers;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.Answer;
import org.junit.jupiter.api.Test;

/** Whatever door the filter comes in by, and whatever libraries it finds. */
interface DoorsOnServer extends OnServer {

  private Answer isProtected(String application) {
    Refusal.C0.isGivenBy(server().awaitRefusal("/" + application + "/a"));
    Answer served = server().get("/" + application + "/a", server().target().good());
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.told("user")).isEqualTo("alice");
    return served;
  }

  @Test
  @Shows(Behaviour.PASTED)
  default void protectsByWhatThePageSays() {
    isProtected("pasted");
  }

  @Test
  @Shows(Behaviour.ANNOTATED)
  default void protectsByAnAnnotationAlone() {
    isProtected("annotated");
  }

  @Test
  @Shows(Behaviour.COMPLETE)
  default void protectsByAFileUnderACompleteWebXml() {
    isProtected("complete");
  }

  @Test
  @Shows(Behaviour.ORDERING)
  default void protectsByWebXmlUnderAnEmptyOrdering() {
    isProtected("ordering");
  }

  /** The one at the root refuses in its place. */
  @Test
  @Shows(Behaviour.UNNAMED)
  default void startsNothingWhereNothingNamesAnIssuer() {
    await("the reason in the log")
        .atMost(ofMinutes(2))
        .until(
            () ->
                server().get("/unnamed/a").status() == 200
                    || server().process().log().contains("Bearergate cannot start"));
    Answer withoutToken = server().get("/unnamed/a");
    assertThat(withoutToken.status()).as(withoutToken::everything).isIn(401, 404, 500, 503);
    Answer withToken = server().get("/unnamed/a", server().target().good());
    assertThat(withToken.status() == 200 ? withToken.told("endpoint") : "other").isEqualTo("other");
    note(
        Behaviour.UNNAMED,
        withoutToken.status() == 500 ? "500 to every request" : "does not start");
  }

  private void note(Behaviour row, Answer answer) {
    note(row, answer.told("jose").contains("WEB-INF") ? "the application" : "the server");
  }

  @Test
  @Shows(Behaviour.CURRENT_LIBRARIES)
  default void runsWithLibrariesOfTheDay() {
    note(Behaviour.CURRENT_LIBRARIES, isProtected("current"));
  }

  @Test
  @Shows(Behaviour.OLDEST_LIBRARIES)
  default void runsWithOldestLibraries() {
    note(Behaviour.OLDEST_LIBRARIES, isProtected("oldest"));
  }
}
