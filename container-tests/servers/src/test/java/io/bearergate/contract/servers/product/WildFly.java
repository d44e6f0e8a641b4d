package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** WildFly, stand-alone. */
public final class WildFly implements Product {

  private final Path home = Product.home("wildfly");

  @Override
  public String title() {
    return Product.titled("WildFly", "wildfly.version").replace(".Final", "");
  }

  @Override
  public String page() {
    return "wildfly.md";
  }

  @Override
  public Launch install(Path folder, int port, List<Path> wars) throws IOException {
    Folders.copy(home.resolve("standalone/configuration"), folder.resolve("configuration"));
    Folders.copyInto(folder.resolve("deployments"), wars);
    return Launch.script(
        home.resolve("bin/standalone.sh"),
        Map.of(),
        "-b",
        "127.0.0.1",
        "-bmanagement",
        "127.0.0.1",
        "-Djboss.server.base.dir=" + folder,
        "-Djboss.http.port=" + port,
        "-Djboss.https.port=" + Folders.freePort(),
        "-Djboss.management.http.port=" + Folders.freePort());
  }

  /** Undertow reads a tab in a header's value as a space: here the one before the token. */
  @Override
  public boolean mends(String header) {
    return header.matches("Authorization: Bearer ?\t.*");
  }
}
