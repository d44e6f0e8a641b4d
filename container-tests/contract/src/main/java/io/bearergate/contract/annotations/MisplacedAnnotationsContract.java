package io.bearergate.contract.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.contract.CapturedLog;
import io.bearergate.contract.annotations.app.Api;
import io.bearergate.contract.annotations.app.Contradictory;
import io.bearergate.contract.annotations.app.Notes;
import io.bearergate.contract.annotations.app.OwnService;
import io.bearergate.contract.annotations.app.Told;
import io.bearergate.contract.redeploy.WarFolder;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.test.TestIssuer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations on servlets that could not be kept let no application start. */
public abstract class MisplacedAnnotationsContract {

  private final TestIssuer issuer = TestIssuer.start();
  private final WarServer server = newServer();
  private final CapturedLog log = CapturedLog.start();

  @TempDir private Path folder;

  /** Not started. */
  protected abstract WarServer newServer();

  @BeforeEach
  void start() {
    System.setProperty("annotations.issuer", issuer.issuer());
    server.start();
  }

  @AfterEach
  void stop() {
    server.undeploy();
    server.stop();
    log.close();
    issuer.close();
    System.clearProperty("annotations.issuer");
  }

  private WarFolder application(Class<?> servlet) {
    return WarFolder.in(folder.resolve("app")).classes(Api.class, Told.class, servlet);
  }

  private void doesNotStart(WarFolder war, String... reasons) {
    assertThatThrownBy(() -> server.deploy(war.folder())).isInstanceOf(IllegalStateException.class);
    assertThat(log.text()).contains("SEVERE Bearergate cannot start: servlet ").contains(reasons);
  }

  @Test
  void doesNotStartWhereTwoContradictEachOther() {
    doesNotStart(application(Contradictory.class), Contradictory.class.getName(), "contradicts");
  }

  @Test
  void doesNotStartWhereAMethodIsAnnotatedThatMayNotBeCalled() {
    doesNotStart(application(OwnService.class), "has a service method of its own");
  }

  @Test
  void doesNotStartWhereNoFilterStandsBeforeTheServlet() {
    String half =
        """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
          <filter><filter-name>api</filter-name><filter-class>%s</filter-class>
            <async-supported>true</async-supported></filter>
          <filter-mapping><filter-name>api</filter-name><url-pattern>/api/*</url-pattern></filter-mapping>
        </web-app>
        """
            .formatted(BearergateFilter.class.getName());

    doesNotStart(
        application(Notes.class).file("WEB-INF/web.xml", half),
        "Add <url-pattern>/notes/*</url-pattern> to the mapping of filter \"api\"");
  }
}
