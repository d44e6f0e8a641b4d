package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** WildFly, stand-alone. */
public final class WildFly implements Product {

  private static final String EAGER =
      "<servlet-container name=\"eager\" eager-filter-initialization=\"true\">"
          + "<jsp-config/><websockets/></servlet-container>";

  private static final String LOGIN =
      "<application-security-domain name=\"other\" security-domain=\"ApplicationDomain\"";

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
    Path configuration = folder.resolve("configuration/standalone.xml");
    Files.writeString(configuration, configured(Files.readString(configuration)));
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

  /**
   * Looks for applications every second, and knows applications whose filters start with them, and
   * takes a login's word for who it is.
   */
  private static String configured(String text) {
    int undertow = text.indexOf("<servlet-container name=\"default\">");
    return text.substring(0, undertow).replace("scan-interval=\"5000\"", "scan-interval=\"1000\"")
        + EAGER
        + text.substring(undertow).replace(LOGIN, LOGIN + " integrated-jaspi=\"false\"");
  }

  @Override
  public Path watched(Path folder) {
    return folder.resolve("deployments");
  }

  /** Undertow reads a tab in a header's value as a space: here the one before the token. */
  @Override
  public boolean mends(String header) {
    return header.matches("Authorization: Bearer ?\t.*");
  }
}
