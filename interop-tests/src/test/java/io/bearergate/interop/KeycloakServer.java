package io.bearergate.interop;

import io.bearergate.sample.FixtureCast;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.LoginHint;
import io.bearergate.sample.issuer.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Keycloak in development mode, as a process of its own, on a free port of the loopback. */
final class KeycloakServer implements RealServer {

  private static final Set<String> FLOWS =
      Set.of(
          "F01", "F02", "F03", "F04", "F05", "F08", "F10", "F11", "F12", "F13", "F14", "F15",
          "F16");
  private static final URI FORM_CALLBACK = URI.create("http://127.0.0.1:8084/callback");
  private static final Duration START = Duration.ofMinutes(5);
  private static final Path HOME = Path.of(System.getProperty("keycloak.home"));

  private final Process process;
  private final AuthenticationDevice device;
  private final String issuer;

  private KeycloakServer(Process process, AuthenticationDevice device, String issuer) {
    this.process = process;
    this.device = device;
    this.issuer = issuer;
  }

  static KeycloakServer start() {
    try {
      int port = freePort();
      AuthenticationDevice device = AuthenticationDevice.start();
      Path realm = HOME.resolve("data/import/" + KeycloakRealm.NAME + "-realm.json");
      Files.createDirectories(realm.getParent());
      Files.writeString(realm, KeycloakRealm.json(device.logoutListener()));
      Process process = run(port, device.uri());
      String issuer = "http://127.0.0.1:" + port + "/realms/" + KeycloakRealm.NAME;
      KeycloakServer server = new KeycloakServer(process, device, issuer);
      device.answerAt(issuer + "/protocol/openid-connect/ext/ciba/auth/callback");
      server.awaitStart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process run(int port, URI authenticationDevice) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            HOME.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri="
                + authenticationDevice);
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
    Account alice =
        new Account("alice", Fixtures.password("alice"), KeycloakRealm.ALICE, LoginHint.USERNAME);
    return new Cast(
        FixtureCast.cast(FORM_CALLBACK, InstantSource.system()).clients(), Map.of("alice", alice));
  }

  @Override
  public Map<String, String> notAccessTokens(TokenKinds kinds) {
    Map<String, String> all = new TreeMap<>(kinds.fromLogin());
    all.put("signed userinfo", kinds.userInfo());
    all.put("JARM response", kinds.signedResponse());
    all.put(
        "lightweight access token, which names nobody", kinds.tokenOf(KeycloakRealm.LIGHTWEIGHT));
    kinds.logOut(all.get("refresh token"));
    all.put("logout token", device.logoutToken());
    return all;
  }

  @Override
  public Set<String> flows() {
    return FLOWS;
  }

  @Override
  public void close() {
    device.close();
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
