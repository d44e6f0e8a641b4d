package io.bearergate.contract.servers.product;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tomcat, and TomEE, which is one. */
public final class Catalina implements Product {

  /** Beans of one name in two applications: TomEE would start the first alone. */
  private static final String BEANS_OF_SEVERAL_APPLICATIONS =
      "\nopenejb.deploymentId.format={appId}/{ejbName}\n";

  private final String name;
  private final String key;
  private final String page;
  private final Path home;

  private Catalina(String name, String key, String page) {
    this.name = name;
    this.key = key;
    this.page = page;
    this.home = Product.home(key);
  }

  /** TomEE with the web profile. */
  public static Catalina tomee() {
    return new Catalina("TomEE", "tomee", "tomee.md");
  }

  /** Tomcat of Jakarta EE 11. */
  public static Catalina tomcat11() {
    return new Catalina("Tomcat", "tomcat11", "tomcat.md");
  }

  /** Tomcat of Jakarta EE 10. */
  public static Catalina tomcat10() {
    return new Catalina("Tomcat", "tomcat10", "tomcat.md");
  }

  @Override
  public String title() {
    return Product.titled(name, key + ".version");
  }

  @Override
  public String page() {
    return page;
  }

  @Override
  public Launch install(Path folder, int port, List<Path> wars) throws IOException {
    Folders.copy(home.resolve("conf"), folder.resolve("conf"));
    Files.createDirectories(folder.resolve("logs"));
    Files.createDirectories(folder.resolve("temp"));
    Folders.copyInto(folder.resolve("webapps"), wars);
    Path configuration = folder.resolve("conf/server.xml");
    String text = Files.readString(configuration);
    Files.writeString(
        configuration,
        text.replace("port=\"8005\"", "port=\"-1\"")
            .replace(
                "port=\"8080\"", "port=\"" + port + "\" address=\"127.0.0.1\" bindOnInit=\"false\"")
            .replace("<Service name", "<Service gracefulStopAwaitMillis=\"10000\" name")
            .replace("<Engine name", "<Engine backgroundProcessorDelay=\"1\" name"));
    if (key.equals("tomee")) {
      Files.writeString(
          folder.resolve("conf/system.properties"), BEANS_OF_SEVERAL_APPLICATIONS, APPEND);
    }
    return Launch.script(
        home.resolve("bin/catalina.sh"),
        Map.of("CATALINA_HOME", home.toString(), "CATALINA_BASE", folder.toString()),
        "run");
  }

  @Override
  public Path watched(Path folder) {
    return folder.resolve("webapps");
  }
}
