package io.bearergate.contract.identity;

import io.bearergate.contract.CapturedLog;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.redeploy.WarFolder;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.contract.tomcat.TomcatWars;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Tomcat with one application at a time, its issuer and its log. */
final class IdentityServer implements AutoCloseable {

  private static final String AUDIENCE = "https://api.bearergate.test/notes";

  private final TestIssuer issuer = TestIssuer.start();
  private final WarServer tomcat = new TomcatWars();
  private final URI address = tomcat.start();
  private final CapturedLog log = CapturedLog.start();

  IdentityServer() {
    System.setProperty("identity.issuer", issuer.issuer());
  }

  /** An application that is CDI's, of these classes. */
  static WarFolder withCdi(Path folder, Class<?>... types) {
    return WarFolder.in(folder)
        .jarsOf(Path.of("target/cdi"))
        .file("WEB-INF/beans.xml", "")
        .classes(types);
  }

  void deploy(WarFolder war) {
    tomcat.deploy(war.folder());
  }

  String log() {
    return log.text();
  }

  String issuer() {
    return issuer.issuer();
  }

  String token(UnaryOperator<TestToken> change) {
    return issuer.token(t -> change.apply(t.audience(AUDIENCE)));
  }

  Answer get(String path) {
    return send(RawRequest.get(path));
  }

  Answer get(String path, UnaryOperator<TestToken> change) {
    return send(RawRequest.get(path).bearer(token(change)));
  }

  Answer send(RawRequest request) {
    return RawConnection.exchange(address, request);
  }

  @Override
  public void close() {
    tomcat.undeploy();
    tomcat.stop();
    log.close();
    issuer.close();
    System.clearProperty("identity.issuer");
  }
}
