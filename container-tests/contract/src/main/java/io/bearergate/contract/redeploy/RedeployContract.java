package io.bearergate.contract.redeploy;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.CapturedLog;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is redeployed again and again leaves nothing of itself in the server. */
public abstract class RedeployContract {

  /** What is seen as well as many, where many were seen elsewhere. */
  protected static final int FEW = 6;

  private static final int MANY = 20;
  private static final String AUDIENCE = "https://api.bearergate.test/notes";
  private static final Duration LONG_ENOUGH = ofSeconds(20);

  private final TestIssuer issuer = TestIssuer.start();
  private final SilentServer silent = SilentServer.start();
  private final WarServer server = newServer();
  private final URI address = server.start();
  private Leftovers leftovers;
  private int applications;

  @TempDir private Path folder;

  /** Not started. */
  protected abstract WarServer newServer();

  /** How often an application is redeployed. */
  protected int times() {
    return Boolean.getBoolean("tests.again") ? FEW : MANY;
  }

  /** What is in the applications' {@code WEB-INF/lib}: jars, and folders of classes. */
  protected List<Path> libraries() {
    return WarFolder.librariesOfTheTests();
  }

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
    return WarFolder.write(folder.resolve("app-" + applications++), libraries(), all, servlet);
  }

  private Path served(String startup) {
    return application(Map.of("startup", startup), WhoAmI.class);
  }

  private Path hanging(String startup) {
    String jwks = silent.address() + "jwks";
    return application(
        Map.of("startup", startup, "startup-timeout", "100ms", "jwks-uri", jwks), WhoAmI.class);
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
        .untilAsserted(() -> assertThat(found()).isEqualTo(Leftovers.Found.NOTHING));
  }

  /**
   * Asks the empty server first, which may hold the last connection it saw until there is another.
   */
  private Leftovers.Found found() {
    assertThat(status(RawRequest.get("/"))).isEqualTo(404);
    return leftovers.found();
  }

  @Test
  void leavesNoClassLoaderBehind() {
    List<Path> applications = List.of(served("lazy"), served("wait"));
    for (int i = 0; i < times(); i++) {
      deploy(applications.get(i % 2));
      assertThat(status(RawRequest.get("/a"))).isEqualTo(401);
      await().until(() -> status(withToken()) == 200);
      server.undeploy();
    }
    leavesNothing();
  }

  @Test
  void leavesNoClassLoaderBehindWhenIssuerHangs() {
    List<Path> applications = List.of(hanging("lazy"), hanging("wait"));
    for (int i = 0; i < FEW; i++) {
      deploy(applications.get(i % 2));
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

  /** Which does not go with it: native code holds on to the class loader that loaded it. */
  @Test
  void verifiesByTheAcceleratorOfAnApplicationThatIsRedeployed() {
    Path application = served("wait");
    WarFolder.addAccelerator(application);
    for (int i = 0; i < 2; i++) {
      try (CapturedLog log = CapturedLog.start()) {
        server.deploy(application);
        assertThat(status(withToken())).as("while it may still be loading").isEqualTo(200);
        await()
            .atMost(LONG_ENOUGH)
            .until(() -> log.text().contains("verified by AmazonCorrettoCryptoProvider"));
        assertThat(status(withToken())).isEqualTo(200);
        assertThat(status(withForgedToken())).isEqualTo(401);
        server.undeploy();
        assertThat(log.text()).doesNotContain("AmazonCorrettoCryptoProvider failed");
      }
    }
  }

  private RawRequest withForgedToken() {
    String token = issuer.token(t -> t.audience(AUDIENCE));
    int middle = token.lastIndexOf('.') + 40;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    return RawRequest.get("/a")
        .bearer(token.substring(0, middle) + other + token.substring(middle + 1));
  }

  @Test
  void wouldCatchApplicationThatLeaks() {
    deploy(served("lazy"));
    server.undeploy();
    deploy(application(Map.of(), Leaky.class));
    server.undeploy();

    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(() -> assertThat(found().classLoaders()).isEqualTo(1));
    assertThat(found().threads()).containsExactly("bearergate-leaky");
    assertThat(found().objects()).containsEntry(Leaky.class.getName(), 1L);

    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("bearergate-leaky"))
        .forEach(Thread::interrupt);
    leavesNothing();
  }
}
