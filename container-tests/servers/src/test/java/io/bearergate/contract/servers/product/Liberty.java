package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Open Liberty with the features that an application of servlets and WebSockets needs. */
public final class Liberty implements Product {

  private final Path home = Product.home("liberty");
  private final String servlet;
  private final String webSocket;

  private Liberty(String servlet, String webSocket) {
    this.servlet = servlet;
    this.webSocket = webSocket;
  }

  /** Of Jakarta EE 9. */
  public static Liberty ee9() {
    return new Liberty("5.0", "2.0");
  }

  /** Of Jakarta EE 10. */
  public static Liberty ee10() {
    return new Liberty("6.0", "2.1");
  }

  @Override
  public String title() {
    return Product.titled("Open Liberty", "liberty.version") + ", servlet-" + servlet;
  }

  @Override
  public String page() {
    return "liberty.md";
  }

  @Override
  public Launch install(Path folder, int port, List<Path> wars) throws IOException {
    Path server = folder.resolve("servers/api");
    Folders.copyInto(server.resolve("apps"), wars);
    Files.writeString(
        server.resolve("server.xml"),
        """
        <server>
          <featureManager>
            <feature>servlet-%s</feature>
            <feature>websocket-%s</feature>
          </featureManager>
          <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        %s</server>
        """
            .formatted(servlet, webSocket, port, applications(wars)));
    return Launch.script(
        home.resolve("bin/server"), Map.of("WLP_USER_DIR", folder.toString()), "run", "api");
  }

  /** It takes a header for what it would be without the space before the colon. */
  @Override
  public boolean mends(String header) {
    return header.startsWith("Authorization : ");
  }

  private static String applications(List<Path> wars) {
    return wars.stream()
        .map(
            war ->
                "  <webApplication location=\"%s\" contextRoot=\"%s\"/>\n"
                    .formatted(war.getFileName(), Folders.contextPath(war)))
        .collect(Collectors.joining());
  }
}
