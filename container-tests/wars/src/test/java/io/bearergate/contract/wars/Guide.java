package io.bearergate.contract.wars;

import io.bearergate.contract.redeploy.WarFolder;
import io.bearergate.contract.wars.app.Orders;
import io.bearergate.jakarta.ProtectedApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** A migration guide, and the application that it leads to: the blocks that name a file. */
enum Guide {
  KEYCLOAK_FILTER("keycloak-filter", "api"),
  KEYCLOAK_TOMCAT("keycloak-tomcat", "api"),
  PAC4J("pac4j", "api"),
  NIMBUS_FILTER("nimbus-filter", "bearergate");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w+ (\\S+)\\n(.*?)^```$");
  private static final String WEB_APP =
      "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\">%s</web-app>";

  private final String page;
  private final String filter;

  Guide(String page, String filter) {
    this.page = page;
    this.filter = filter;
  }

  /** The setting by which one application of a server gets another issuer than it says. */
  String issuerProperty() {
    return "bearergate." + filter + ".issuer";
  }

  /** Writes the application. */
  Path writtenInto(Path folder) {
    WarFolder war = WarFolder.in(folder).classes(Orders.class);
    List<MatchResult> blocks = BLOCK.matcher(text()).results().toList();
    if (blocks.isEmpty()) {
      throw new IllegalStateException("no block that names a file in " + page);
    }
    blocks.forEach(block -> write(war, block.group(1), block.group(2)));
    return war.folder();
  }

  private String text() {
    try {
      return Files.readString(Path.of("../../docs/migration", page + ".md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(WarFolder war, String file, String text) {
    switch (file) {
      case "WEB-INF/web.xml" -> war.file(file, WEB_APP.formatted(text));
      case "WEB-INF/keycloak.json" -> war.file(file, text);
      default -> compile(war, file, text);
    }
  }

  private static void compile(WarFolder war, String file, String text) {
    String source = "import %s;%n%s".formatted(ProtectedApi.class.getName(), text);
    Path folder = war.file("../src/" + file, source).folder();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                folder.resolve("WEB-INF/classes").toString(),
                folder.resolve("../src/" + file).toString());
    if (status != 0) {
      throw new IllegalStateException("cannot compile " + file + " of a guide");
    }
  }
}
