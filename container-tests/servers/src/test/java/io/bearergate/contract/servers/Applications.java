package io.bearergate.contract.servers;

import io.bearergate.contract.TestApi;
import io.bearergate.contract.doors.WebXmlText;
import io.bearergate.contract.doors.app.Annotated;
import io.bearergate.contract.doors.app.Notes;
import io.bearergate.contract.redeploy.WarFolder;
import io.bearergate.contract.servers.app.AsyncWays;
import io.bearergate.contract.servers.app.Bodies;
import io.bearergate.contract.servers.app.Dispatches;
import io.bearergate.contract.servers.app.Greeter;
import io.bearergate.contract.servers.app.Late;
import io.bearergate.contract.servers.app.Libraries;
import io.bearergate.contract.servers.app.Slow;
import io.bearergate.contract.servers.app.Tell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Writes the archives that a server is given, one for each context path. */
final class Applications {

  static final String RULES =
      """
      /public/**         open
      /denied/**         deny
      /api/admin/**      scope admin
      GET /api/notes/**  scope read:notes
      /**                token
      """;

  private static final String ROOT_OF_GLASSFISH =
      "<glassfish-web-app><context-root>/</context-root></glassfish-web-app>";

  private final Path folder;
  private final String issuers;

  /**
   * For one server.
   *
   * @param folder where to write them
   * @param issuers whose tokens the one at the root takes, comma-separated
   */
  Applications(Path folder, String issuers) {
    this.folder = folder;
    this.issuers = issuers;
  }

  /** The archives of enterprise beans and resources. */
  List<Path> ofFullServers() throws IOException {
    return new EnterpriseArchives(folder).write();
  }

  /** One that is there for a while alone, at {@code /again}. */
  Path comingAndGoing() {
    return archive(application("again", Jars.all(), Annotated.class));
  }

  /** The archives, that of the root first. */
  List<Path> ofEveryServer(String page) throws IOException {
    return List.of(
        archive(root()),
        archive(pasted(page)),
        archive(application("annotated", Jars.all(), Annotated.class)),
        archive(underAnEmptyOrdering()),
        archive(underACompleteWebXml()),
        archive(application("unnamed", Jars.all())),
        archive(libraries("current", Jars.withCurrentLibraries())),
        archive(libraries("oldest", Jars.withOldestLibraries())));
  }

  private WarFolder application(String name, List<Path> libraries, Class<?>... types) {
    return WarFolder.in(folder.resolve(name), libraries).classes(Notes.class).classes(types);
  }

  private WarFolder root() {
    return WarFolder.in(folder.resolve("ROOT"), Jars.all())
        .classes(Tell.class, AsyncWays.class, Late.class, Dispatches.class)
        .classes(Bodies.class, Slow.class, Greeter.class)
        .file("WEB-INF/glassfish-web.xml", ROOT_OF_GLASSFISH)
        .file(
            "WEB-INF/web.xml",
            WebXmlText.of(
                WebXmlText.gate(
                    Map.of(
                        "issuer",
                        issuers,
                        "audience",
                        TestApi.AUDIENCE,
                        "startup",
                        "wait",
                        "rules",
                        RULES)),
                telling("public", "/public/*"),
                telling("admin", "/api/admin/*"),
                telling("error", "/error/*"),
                telling("other", "/*"),
                WebXmlText.servlet("async", AsyncWays.class, "/async/*"),
                WebXmlText.servlet("dispatch", Dispatches.class, "/dispatch/*"),
                WebXmlText.servlet("body", Bodies.class, "/body/*"),
                WebXmlText.servlet("slow", Slow.class, "/slow/*"),
                "<error-page><error-code>404</error-code><location>/error/404</location></error-page>"));
  }

  static String telling(String endpoint, String pattern) {
    return WebXmlText.servlet(
        endpoint,
        Tell.class,
        pattern,
        "<init-param><param-name>endpoint</param-name><param-value>"
            + endpoint
            + "</param-value></init-param>");
  }

  /** What the server's page says to paste, with the tests' issuer and audience. */
  private WarFolder pasted(String page) throws IOException {
    Path docs = Path.of(System.getProperty("servers.docs", "../../docs"));
    String text = Files.readString(docs.resolve(page));
    int begin = text.indexOf("<filter>");
    String snippet = text.substring(begin, text.indexOf("```", begin));
    return application("pasted", Jars.all())
        .file(
            "WEB-INF/web.xml",
            WebXmlText.of(
                snippet
                    .replace("https://tenant.eu.auth0.com/", "${sys.doors.issuer}")
                    .replace("https://api.example.com", TestApi.AUDIENCE)));
  }

  private WarFolder underAnEmptyOrdering() {
    return application("ordering", Jars.all())
        .file(
            "WEB-INF/web.xml",
            WebXmlText.of(WebXmlText.NO_FRAGMENTS, WebXmlText.gate(WebXmlText.settings())));
  }

  private WarFolder underACompleteWebXml() {
    return application("complete", Jars.all())
        .file("WEB-INF/classes/bearergate.properties", WebXmlText.properties())
        .file("WEB-INF/web.xml", WebXmlText.complete(WebXmlText.servlet(Notes.class)));
  }

  private WarFolder libraries(String name, List<Path> jars) {
    return WarFolder.in(folder.resolve(name), jars)
        .classes(Libraries.class)
        .file(
            "WEB-INF/web.xml",
            WebXmlText.of(
                WebXmlText.gate(WebXmlText.settings()), WebXmlText.servlet(Libraries.class)));
  }

  static Path archive(WarFolder war) {
    Path file = war.folder().resolveSibling(war.folder().getFileName() + ".war");
    int status =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--create",
                "--file=" + file,
                "-C",
                war.folder().toString(),
                ".");
    if (status != 0) {
      throw new IllegalStateException("the archive cannot be written");
    }
    return file;
  }
}
