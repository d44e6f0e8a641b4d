package io.bearergate.contract.servers;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.attack.Target;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.http.SilentServer;
import io.bearergate.contract.servers.product.Product;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A server that runs every application, and the issuers they trust. */
final class RunningServer implements AutoCloseable {

  /** The status of an answer that never came. */
  static final int NO_ANSWER = 0;

  private static final Answer SILENCE = new Answer(NO_ANSWER, List.of(), "");

  /** A soft reference is no leak: here it goes with the next collection. */
  private static final String OPTIONS =
      "-Xmx768m -XX:SoftRefLRUPolicyMSPerMB=0 -Ddoors.issuer=%1$s -Dsample.issuer=%1$s";

  private final TestIssuer issuer = TestIssuer.start();
  private final TestIssuer other = TestIssuer.start();
  private final SilentServer canary = SilentServer.start();
  private final Target target;
  private final Product product;
  private final Sightings sightings;
  private final ServerProcess process;
  private final URI base;
  private final Path instance;
  private final Path comingAndGoing;

  private RunningServer(Product product, Path folder, boolean full) throws IOException {
    this.product = product;
    this.sightings = new Sightings(product.title());
    this.target = newTarget();
    int port = freePort();
    this.base = URI.create("http://127.0.0.1:" + port);
    Path archives = Files.createDirectories(folder.resolve("archives"));
    Path instance = Files.createDirectories(folder.resolve("instance"));
    this.instance = instance;
    Applications applications = new Applications(archives, issuer.issuer() + "," + other.issuer());
    List<Path> wars = new ArrayList<>(applications.ofEveryServer(product.page()));
    if (full) {
      wars.addAll(applications.ofFullServers());
    }
    this.comingAndGoing = applications.comingAndGoing();
    this.process =
        ServerProcess.start(
            product.install(instance, port, wars), instance, OPTIONS.formatted(issuer.issuer()));
  }

  /**
   * Starts it and waits until the application at the root refuses somebody.
   *
   * @param full whether it brings CDI, enterprise beans, JAX-RS and Jakarta Security
   */
  static RunningServer start(Product product, Path folder, boolean full) {
    try {
      RunningServer server = new RunningServer(product, folder, full);
      try {
        server.awaitRefusal("/ready");
        await()
            .atMost(ofMinutes(1))
            .until(() -> server.get("/ready", server.target.good()).status() == 200);
      } catch (RuntimeException e) {
        String log = server.process.log();
        server.close();
        throw new IllegalStateException(product.title() + " did not start:\n" + log, e);
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Target newTarget() {
    TestKey rsa = issuer.key();
    TestKey ec = issuer.add(TestKey.generate("ES256", "es-key"));
    TestKey ed = issuer.add(TestKey.generate("EdDSA", "ed-key"));
    TestKey stranger = TestKey.generate("RS256", rsa.keyId());
    return new Target(
        issuer,
        other,
        rsa,
        ec,
        ed,
        stranger,
        URI.create(canary.address()),
        InstantSource.system().instant());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Product product() {
    return product;
  }

  Sightings sightings() {
    return sightings;
  }

  ServerProcess process() {
    return process;
  }

  /** What is attacked, as of now. */
  Target target() {
    return target;
  }

  URI base() {
    return base;
  }

  /** A good token, changed. */
  String token(UnaryOperator<TestToken> change) {
    return target.token(change);
  }

  Answer get(String path) {
    return send(RawRequest.get(path));
  }

  Answer get(String path, String token) {
    return send(RawRequest.get(path).bearer(token));
  }

  /** Sends one request on a connection of its own, which the server may close without a word. */
  Answer send(RawRequest request) {
    try {
      return RawConnection.exchange(base, request);
    } catch (UncheckedIOException e) {
      return SILENCE;
    }
  }

  /** Waits until the application is there: before, servers say 404 or 503, or nothing. */
  Answer awaitRefusal(String path) {
    return await("an answer of the application to " + path)
        .atMost(ofMinutes(3))
        .pollInterval(ofMillis(250))
        .failFast("the server ended", () -> !process.isAlive())
        .until(() -> get(path), answer -> !List.of(NO_ANSWER, 404, 503).contains(answer.status()));
  }

  /** Puts one more application where the server looks for such, whole at once. */
  void deploy() {
    Path folder = product.watched(instance);
    try {
      Path copy = folder.resolve("copy");
      Files.copy(comingAndGoing, copy);
      Files.move(
          copy, folder.resolve(comingAndGoing.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it away. */
  void undeploy() {
    try {
      Files.delete(product.watched(instance).resolve(comingAndGoing.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    issuer.close();
    other.close();
    canary.close();
  }
}
