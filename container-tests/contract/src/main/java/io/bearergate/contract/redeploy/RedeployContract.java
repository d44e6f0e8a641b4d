package io.bearergate.contract.redeploy;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.http.SilentServer;
import io.bearergate.contract.redeploy.app.Leaky;
import io.bearergate.contract.redeploy.app.WhoAmI;
import io.bearergate.test.TestIssuer;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that is redeployed again and again leaves nothing of itself in the server. */
public abstract class RedeployContract {

  private static final int TIMES = 20;
  private static final String AUDIENCE = "https://api.bearergate.test/notes";
  private static final Duration LONG_ENOUGH = ofSeconds(20);

  private final TestIssuer issuer = TestIssuer.start();
  private final SilentServer silent = SilentServer.start();
  private final WarServer server = newServer();
  private final URI address = server.start();
  private Leftovers leftovers;

  @TempDir private Path folder;

  /** Not started. */
  protected abstract WarServer newServer();

  @BeforeEach
  void lookAtTheHeap() {
    leftovers = new Leftovers();
  }

  @AfterEach
  void stop() {
    server.stop();
    silent.close();
    issuer.close();
  }

  private Path application(Map<String, String> settings, Class<? extends HttpServlet> servlet) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("issuer", issuer.issuer());
    all.put("audience", AUDIENCE);
    all.put("rules", "/public/** open\n/** token");
    return WarFolder.write(folder.resolve(servlet.getSimpleName()), all, servlet);
  }

  private Path hanging(String startup) {
    return application(
        Map.of(
            "startup", startup, "startup-timeout", "100ms", "jwks-uri", silent.address() + "jwks"),
        WhoAmI.class);
  }

  private void deploy(Path application) {
    leftovers.expectToGo(server.deploy(application));
  }

  private int status(RawRequest request) {
    return RawConnection.exchange(address, request).status();
  }

  private RawRequest withToken() {
    return RawRequest.get("/a").bearer(issuer.token(t -> t.audience(AUDIENCE)));
  }

  private void leavesNothing() {
    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(() -> assertThat(leftovers.found()).isEqualTo(Leftovers.Found.NOTHING));
  }

  @ParameterizedTest(name = "startup={0}")
  @ValueSource(strings = {"lazy", "wait"})
  void leavesNoClassLoaderBehind(String startup) {
    Path application = application(Map.of("startup", startup), WhoAmI.class);
    for (int i = 0; i < TIMES; i++) {
      deploy(application);
      assertThat(status(RawRequest.get("/a"))).isEqualTo(401);
      assertThat(status(withToken())).isEqualTo(200);
      server.undeploy();
    }
    leavesNothing();
  }

  @ParameterizedTest(name = "startup={0}")
  @ValueSource(strings = {"lazy", "wait"})
  void leavesNoClassLoaderBehindWhenIssuerHangs(String startup) {
    Path application = hanging(startup);
    for (int i = 0; i < TIMES; i++) {
      deploy(application);
      assertThat(status(RawRequest.get("/public"))).isEqualTo(200);
      server.undeploy();
    }
    leavesNothing();
  }

  @Test
  void leavesNoClassLoaderBehindWhenRequestsWaitForKeys() {
    Path application = hanging("lazy");
    for (int i = 0; i < 3; i++) {
      deploy(application);
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> status(withToken()));
      await().until(() -> requestsInsideTheFilter() > 0);
      server.undeploy();
      await().until(waiting::isDone);
    }
    leavesNothing();
  }

  private static long requestsInsideTheFilter() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Arrays.stream(stack)
                    .anyMatch(frame -> frame.getClassName().endsWith(".BearergateFilter")))
        .count();
  }

  @Test
  void wouldCatchApplicationThatLeaks() {
    deploy(application(Map.of(), WhoAmI.class));
    server.undeploy();
    deploy(application(Map.of(), Leaky.class));
    server.undeploy();

    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(() -> assertThat(leftovers.found().classLoaders()).isEqualTo(1));
    assertThat(leftovers.found().threads()).containsExactly("bearergate-leaky");
    assertThat(leftovers.found().objects()).containsEntry(Leaky.class.getName(), 1L);

    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("bearergate-leaky"))
        .forEach(Thread::interrupt);
    leavesNothing();
  }
}
