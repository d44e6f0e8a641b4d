package io.bearergate.interop;

import io.bearergate.sample.flow.Landscape.Cast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Keycloak in development mode, as a process of its own, on a free port of the loopback. */
final class KeycloakServer implements RealServer {

  private static final Set<String> FLOWS = Set.of("F01", "F02", "F11");
  private static final Duration START = Duration.ofMinutes(5);
  private static final Path HOME = Path.of(System.getProperty("keycloak.home"));

  private final Process process;
  private final String issuer;

  private KeycloakServer(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  static KeycloakServer start() {
    try {
      int port = freePort();
      Path realm = HOME.resolve("data/import/" + KeycloakRealm.NAME + "-realm.json");
      Files.createDirectories(realm.getParent());
      Files.writeString(realm, KeycloakRealm.json());
      Process process = run(port);
      String issuer = "http://127.0.0.1:" + port + "/realms/" + KeycloakRealm.NAME;
      KeycloakServer server = new KeycloakServer(process, issuer);
      server.awaitStart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process run(int port) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            HOME.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.redirectErrorStream(true);
    command.redirectOutput(HOME.resolve("keycloak.log").toFile());
    return command.start();
  }

  private void awaitStart() {
    Awaitility.await("Keycloak, whose log is " + HOME.resolve("keycloak.log"))
        .atMost(START)
        .until(() -> !process.isAlive() || answers());
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Keycloak did not start; see " + HOME.resolve("keycloak.log"));
    }
  }

  private boolean answers() {
    try {
      URI metadata = URI.create(issuer + "/.well-known/openid-configuration");
      HttpURLConnection connection = (HttpURLConnection) metadata.toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public String issuer() {
    return issuer;
  }

  @Override
  public Cast cast() {
    return SpringClients.cast();
  }

  @Override
  public Set<String> flows() {
    return FLOWS;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
