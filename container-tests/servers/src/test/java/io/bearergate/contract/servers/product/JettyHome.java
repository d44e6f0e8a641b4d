package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Jetty by its own start, with the modules that an application of Jakarta EE 11 needs. */
public final class JettyHome implements Product {

  private final Path home = Product.home("jetty");

  @Override
  public String title() {
    return Product.titled("Jetty", "jetty.version");
  }

  @Override
  public String page() {
    return "jetty.md";
  }

  @Override
  public Launch install(Path folder, int port, List<Path> wars) throws IOException {
    Folders.copyInto(folder.resolve("webapps"), wars);
    Path header = Files.createDirectories(folder.resolve("etc")).resolve("header-cache.xml");
    Files.writeString(header, headerCache());
    return new Launch(
        List.of(
            Launch.java(),
            "-jar",
            home.resolve("start.jar").toString(),
            "jetty.base=" + folder,
            "--module=http,ee11-deploy,ee11-annotations,ee11-websocket-jakarta",
            "jetty.http.host=127.0.0.1",
            "jetty.http.port=" + port,
            header.toString()),
        Map.of());
  }

  /** As the page has it. */
  private String headerCache() throws IOException {
    String text = Files.readString(Path.of(System.getProperty("servers.docs", "")).resolve(page()));
    int begin = text.indexOf("<Configure");
    return text.substring(begin, text.indexOf("```", begin));
  }
}
