package io.bearergate.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.identity.app.Counter;
import io.bearergate.contract.identity.app.Desk;
import io.bearergate.contract.identity.app.Elsewhere;
import io.bearergate.contract.identity.app.Greeter;
import io.bearergate.contract.identity.app.HoardingServlet;
import io.bearergate.contract.identity.app.Meeting;
import io.bearergate.contract.identity.app.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What beans are told of the token, by Weld. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CdiTest {

  private final IdentityServer server = new IdentityServer();

  @BeforeAll
  void deploy(@TempDir Path folder) {
    server.deploy(
        IdentityServer.withCdi(
            folder.resolve("app"),
            Shop.class,
            Greeter.class,
            Desk.class,
            Counter.class,
            Elsewhere.class,
            Meeting.class,
            HoardingServlet.class));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void refusesRequestWithoutToken() {
    assertThat(server.get("/name").status()).isEqualTo(401);
  }

  @Test
  void givesTokenToBeanOfApplication() {
    assertThat(server.get("/name", t -> t).told("told")).isEqualTo("alice");
  }

  @Test
  void givesTokenThatIsLookedUp() {
    assertThat(server.get("/looked-up", t -> t).told("told")).isEqualTo("alice");
    assertThat(server.get("/public/looked-up").told("told")).startsWith("failed: ");
  }

  @Test
  void failsWithoutToken() {
    assertThat(server.get("/public/name").told("told"))
        .startsWith("failed: There is no token: ")
        .contains("Inject Provider<Optional<AccessToken>>");
  }

  /** Its token is not looked at there. */
  @Test
  void failsOnOpenPathInSpiteOfToken() {
    assertThat(server.get("/public/name", t -> t).told("told")).startsWith("failed: ");
  }

  @Test
  void givesOptionalToken() {
    assertThat(server.get("/optional/any", t -> t).told("told")).isEqualTo("alicealice");
  }

  @Test
  void givesNoOptionalTokenWithoutToken() {
    assertThat(server.get("/optional/any").told("told")).isEqualTo("--");
  }

  @Test
  void givesAllOfItToBeanOfRequest() {
    Answer answer = server.get("/desk", t -> t.claim("tenant", "blue").claim("level", 7));

    assertThat(answer.told("told")).isEqualTo("alice alice blue 7");
  }

  @Test
  void makesNoBeanOfRequestWithoutToken() {
    assertThat(server.get("/public/desk").told("told")).startsWith("failed: ");
  }

  @Test
  void givesTextOfClaim() {
    assertThat(server.get("/tenant", t -> t.claim("tenant", "blue")).told("told"))
        .isEqualTo("blue");
  }

  @Test
  void failsWithoutTheClaim() {
    assertThat(server.get("/tenant", t -> t).told("told"))
        .startsWith("failed: The token has no text at the claim \"tenant\"");
  }

  @Test
  void failsAtClaimOfOtherType() {
    assertThat(server.get("/tenant", t -> t.claim("tenant", 7)).told("told"))
        .startsWith("failed: ");
  }

  @Test
  void givesOptionalTextOfClaim() {
    assertThat(server.get("/any-tenant", t -> t.claim("tenant", "blue")).told("told"))
        .isEqualTo("Optional[blue]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/any-tenant", "/public/any-tenant"})
  void givesNoOptionalTextWithoutTheClaim(String path) {
    assertThat(server.get(path, t -> t).told("told")).isEqualTo("Optional.empty");
  }

  @Test
  void givesWordsOfClaimByItsPath() {
    Map<String, Object> access = Map.of("roles", List.of("clerk", "auditor"));

    assertThat(server.get("/roles", t -> t.claim("realm_access", access)).told("told"))
        .isEqualTo("[clerk, auditor]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"forward", "include", "async"})
  void givesTokenInEveryDispatch(String way) {
    Answer answer = server.get("/elsewhere/" + way, t -> t);

    assertThat(answer.told("dispatch")).isEqualToIgnoringCase(way);
    assertThat(answer.told("told")).isEqualTo("alice");
  }

  /** Not even that of the request it was started by: nobody could say when that ends. */
  @Test
  void givesNoTokenToOtherThreads() {
    assertThat(server.get("/elsewhere/thread", t -> t).told("told")).isEqualTo("failed");
  }

  /** Whose token it is was seen by the first: it is bob who must not be told of alice. */
  @Test
  void givesServletNoTokenToKeep() {
    assertThat(server.get("/hoard", t -> t.subject("alice")).status()).isEqualTo(500);
    assertThat(server.get("/hoard", t -> t.subject("bob")).body()).doesNotContain("alice");
  }

  @Test
  void keepsTokensOfRequestsAtOneTimeApart() {
    String desk = " - 0";

    IntStream.range(0, 50)
        .forEach(
            round -> {
              List<CompletableFuture<String>> both =
                  Stream.of("alice" + round, "bob" + round)
                      .map(
                          user ->
                              CompletableFuture.supplyAsync(
                                  () -> meet(user), task -> new Thread(task).start()))
                      .toList();

              assertThat(both.stream().map(CompletableFuture::join))
                  .containsExactly(
                      fourTimes("alice" + round, desk), fourTimes("bob" + round, desk));
            });
  }

  private String meet(String user) {
    return server.get("/meeting", t -> t.subject(user)).told("told");
  }

  private static String fourTimes(String user, String desk) {
    String once = user + "," + user + " " + user + desk;
    return once + "," + once;
  }
}
