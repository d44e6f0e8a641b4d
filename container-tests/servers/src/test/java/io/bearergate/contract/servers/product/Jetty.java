package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Jetty by its own start, of Jakarta EE 11. */
public final class Jetty implements Product {

  /**
   * A setting counts for the environment of the last module before it in its file: the address
   * stands apart from the modules of Jakarta EE, else Jetty listens everywhere.
   */
  private static final String HTTP =
      """
      --modules=http,graceful
      jetty.http.host=127.0.0.1
      jetty.http.port=%d
      etc/case-sensitive.xml
      """;

  private static final String SCANNER =
      """
      --modules=deployment-scanner
      jetty.deploy.scanInterval=1
      """;

  private static final String EE11 =
      "--modules=ee11-deploy,ee11-annotations,ee11-websocket-jakarta\n";

  private static final String CASE_SENSITIVE =
      """
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
      <Configure id="Server" class="org.eclipse.jetty.server.Server">
        <Ref refid="httpConfig"><Set name="headerCacheCaseSensitive">true</Set></Ref>
      </Configure>
      """;

  private final Path home = Product.home("jetty");

  @Override
  public String title() {
    return Product.titled("Jetty", "jetty-home.version") + " ee11";
  }

  @Override
  public String page() {
    return "jetty.md";
  }

  @Override
  public Launch install(Path folder, int port, List<Path> wars) throws IOException {
    Path start = Files.createDirectories(folder.resolve("start.d"));
    Files.writeString(start.resolve("http.ini"), HTTP.formatted(port));
    Files.writeString(start.resolve("scanner.ini"), SCANNER);
    Files.writeString(start.resolve("ee11.ini"), EE11);
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(etc.resolve("case-sensitive.xml"), CASE_SENSITIVE);
    Folders.copyInto(folder.resolve("webapps"), wars);
    return new Launch(
        List.of(
            Launch.java(),
            "-jar",
            home.resolve("start.jar").toString(),
            "jetty.base=" + folder.toRealPath()),
        Map.of());
  }

  @Override
  public Path watched(Path folder) {
    return folder.resolve("webapps");
  }
}
