package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** GlassFish, its domain run in the foreground and given applications by its autodeploy folder. */
public final class GlassFish implements Product {

  private static final Pattern PORT =
      Pattern.compile("port=\"(8080|8181|4848|3700|3820|3920|8686|7676)\"");

  private final int major;
  private final Path home;

  private GlassFish(int major) {
    this.major = major;
    this.home = Product.home("glassfish" + major);
  }

  /** Of Jakarta EE 10. */
  public static GlassFish seven() {
    return new GlassFish(7);
  }

  /** Of Jakarta EE 11. */
  public static GlassFish eight() {
    return new GlassFish(8);
  }

  @Override
  public String title() {
    return Product.titled("GlassFish", "glassfish" + major + ".version");
  }

  @Override
  public String page() {
    return "glassfish.md";
  }

  @Override
  public Launch install(Path folder, int port, List<Path> wars) throws IOException {
    Folders.copy(home.resolve("glassfish/domains/domain1"), folder.resolve("domain1"));
    Path configuration = folder.resolve("domain1/config/domain.xml");
    String text = Files.readString(configuration).replace("0.0.0.0", "127.0.0.1");
    Files.writeString(configuration, PORT.matcher(text).replaceAll(found -> listener(found, port)));
    Folders.copyInto(folder.resolve("domain1/autodeploy"), wars);
    return new Launch(
        List.of(
            "bash", // of GlassFish 8, which sh does not understand
            home.resolve("glassfish/bin/asadmin").toString(),
            "start-domain",
            "--verbose",
            "--domaindir",
            folder.toString(),
            "domain1"),
        Map.of("AS_JAVA", System.getProperty("java.home")));
  }

  private static String listener(MatchResult found, int port) {
    try {
      return found.group(1).equals("8080")
          ? "port=\"" + port + "\" address=\"127.0.0.1\""
          : "port=\"" + Folders.freePort() + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
