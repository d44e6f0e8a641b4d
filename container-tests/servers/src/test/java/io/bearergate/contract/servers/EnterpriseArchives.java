package io.bearergate.contract.servers;

import io.bearergate.contract.TestApi;
import io.bearergate.contract.doors.WebXmlText;
import io.bearergate.contract.redeploy.WarFolder;
import io.bearergate.contract.servers.app.Tell;
import io.bearergate.contract.servers.enterprise.Login;
import io.bearergate.contract.servers.enterprise.Records;
import io.bearergate.contract.servers.enterprise.Resources;
import io.bearergate.contract.servers.enterprise.Vault;
import io.bearergate.contract.servers.enterprise.VaultServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the applications of enterprise beans and resources, for servers that bring both. */
final class EnterpriseArchives {

  /** The server's own protection: {@code /staff/*} is for admins. */
  private static final String CONSTRAINT =
      """
      <security-constraint>
        <web-resource-collection><web-resource-name>staff</web-resource-name>
          <url-pattern>/staff/*</url-pattern></web-resource-collection>
        <auth-constraint><role-name>admin</role-name></auth-constraint>
      </security-constraint>
      <security-role><role-name>admin</role-name></security-role>
      """;

  private static final String ROLES_OF_GLASSFISH =
      """
      <glassfish-web-app><security-role-mapping>
        <role-name>admin</role-name><group-name>admin</group-name>
      </security-role-mapping></glassfish-web-app>
      """;

  /** So that the filter is there before the first login: docs/wildfly.md. */
  private static final String EAGER_FILTERS_OF_WILDFLY =
      "<jboss-web><servlet-container>eager</servlet-container></jboss-web>";

  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="3.0"
        bean-discovery-mode="annotated"/>
      """;

  private final Path folder;

  EnterpriseArchives(Path folder) {
    this.folder = folder;
  }

  /** {@code /beans} without the mechanism, {@code /login} with it, and the sample. */
  List<Path> write() throws IOException {
    return List.of(
        Applications.archive(application("beans")),
        Applications.archive(withLogin(application("login"))),
        sample());
  }

  private static WarFolder withLogin(WarFolder application) {
    return application
        .classes(Login.class)
        .file("WEB-INF/glassfish-web.xml", ROLES_OF_GLASSFISH)
        .file("WEB-INF/jboss-web.xml", EAGER_FILTERS_OF_WILDFLY)
        .file("WEB-INF/web.xml", WebXmlText.of(parts(), CONSTRAINT));
  }

  private WarFolder application(String name) {
    return WarFolder.in(folder.resolve(name), Jars.all())
        .classes(Vault.class, VaultServlet.class, Records.class, Resources.class, Tell.class)
        .file("WEB-INF/beans.xml", BEANS)
        .file("WEB-INF/web.xml", WebXmlText.of(parts()));
  }

  private static String parts() {
    return WebXmlText.gate(
            Map.of(
                "issuer",
                "${sys.doors.issuer}",
                "audience",
                TestApi.AUDIENCE,
                "startup",
                "wait",
                "rules",
                "/open/** open\n/staff/open/** open\n/** token"))
        + WebXmlText.servlet("vault", VaultServlet.class, "/vault/*")
        + WebXmlText.servlet("open", VaultServlet.class, "/open/*")
        + Applications.telling("staff", "/staff/*")
        + Applications.telling("here", "/here/*");
  }

  /** As the build has made it. */
  private Path sample() throws IOException {
    Path war = Path.of(System.getProperty("sample.jax-rs", ""));
    return Files.copy(war, folder.resolve("sample.war"));
  }
}
