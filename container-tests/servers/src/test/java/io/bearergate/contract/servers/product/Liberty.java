package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Open Liberty with the features that the applications need, and no more. */
public final class Liberty implements Product {

  private static final String BEANS = "enterpriseBeansLite-4.0";

  /** Each application's CDI waits for threads of the one pool that starts the applications. */
  private static final int THREADS = 40;

  private final Path home = Product.home("liberty");
  private final String servlet;
  private final List<String> others;

  private Liberty(String servlet, String... others) {
    this.servlet = servlet;
    this.others = List.of(others);
  }

  /** Of Jakarta EE 9. */
  public static Liberty ee9() {
    return new Liberty(
        "5.0", "websocket-2.0", "restfulWS-3.0", "cdi-3.0", "appSecurity-4.0", BEANS);
  }

  /** Of Jakarta EE 10. */
  public static Liberty ee10() {
    return new Liberty(
        "6.0", "websocket-2.1", "restfulWS-3.1", "cdi-4.0", "appSecurity-5.0", BEANS);
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
        %s  </featureManager>
          <executor coreThreads="%d"/>
          <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        %s</server>
        """
            .formatted(servlet, features(), THREADS, port, applications(wars)));
    return Launch.script(
        home.resolve("bin/server"), Map.of("WLP_USER_DIR", folder.toString()), "run", "api");
  }

  /** It takes a header for what it would be without the space before the colon. */
  @Override
  public boolean mends(String header) {
    return header.startsWith("Authorization : ");
  }

  private String features() {
    return others.stream()
        .map("    <feature>%s</feature>\n"::formatted)
        .collect(Collectors.joining());
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
