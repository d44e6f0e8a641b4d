package io.bearergate.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.identity.app.BeanManagers;
import io.bearergate.contract.identity.app.Counted;
import io.bearergate.contract.identity.app.Login;
import io.bearergate.contract.identity.app.Staff;
import java.nio.file.Path;
import java.util.List;
import javax.naming.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's own login goes by the token, with Soteria: {@code /staff/*} is for admins. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityTest {

  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <listener><listener-class>%s</listener-class></listener>
        <security-constraint>
          <web-resource-collection><web-resource-name>staff</web-resource-name>
            <url-pattern>/staff/*</url-pattern></web-resource-collection>
          <auth-constraint><role-name>admin</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>admin</role-name></security-role>
      </web-app>
      """
          .formatted(Counted.class.getName());

  /** Else Soteria may look for CDI before it is there: Tomcat promises no order among jars. */
  private static final String CDI_FIRST =
      "WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer";

  private final IdentityServer server = new IdentityServer();

  @BeforeAll
  void deploy(@TempDir Path folder) {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, BeanManagers.class.getName());
    server.deploy(
        IdentityServer.withCdi(
                folder.resolve("app"), Counted.class, Login.class, Staff.class, BeanManagers.class)
            .jarsOf(Path.of("target/security"))
            .file(CDI_FIRST, "org.jboss.weld.environment.servlet.EnhancedListener")
            .file("WEB-INF/web.xml", WEB_XML));
  }

  @AfterAll
  void stop() {
    server.close();
    System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
  }

  private Answer asAdmin(String path) {
    return server.get(path, t -> t.claim("roles", List.of("admin")));
  }

  @Test
  void admitsTokenWithTheServersRole() {
    Answer answer = asAdmin("/staff/a");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.told("known")).isEqualTo("alice");
    assertThat(answer.told("ours")).isEqualTo("true");
    assertThat(answer.told("admin")).isEqualTo("true");
  }

  @Test
  void leavesRequestTheTokens() {
    Answer answer = asAdmin("/staff/a");

    assertThat(answer.told("user")).isEqualTo("alice");
    assertThat(answer.told("auth")).isEqualTo("Bearer");
  }

  @Test
  void refusesTokenWithoutTheServersRole() {
    assertThat(server.get("/staff/a", t -> t).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "**"})
  void grantsNoRoleOfEverybodys(String role) {
    Answer answer = server.get("/a", t -> t.claim("roles", List.of(role)));

    assertThat(answer.told("known")).isEqualTo("alice");
    assertThat(answer.told("admin")).isEqualTo("false");
    assertThat(server.get("/staff/a", t -> t.claim("roles", List.of(role))).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/staff/a", "/a"})
  void challengesRequestWithoutToken(String path) {
    Refusal.C0.isGivenBy(server.get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/staff/a", "/a"})
  void refusesBadToken(String path) {
    String token = server.token(t -> t.claim("roles", List.of("admin")));

    Refusal.C1.isGivenBy(server.send(RawRequest.get(path).bearer(token.substring(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/staff/a", "/a"})
  void decidesOnceARequest(String path) {
    asAdmin("/public/a"); // what was counted until now

    assertThat(asAdmin(path).told("decisions")).isEqualTo("1");
  }

  @Test
  void tellsServerWhoItIsWhereItProtectsNothing() {
    Answer answer = asAdmin("/a");

    assertThat(answer.told("known")).isEqualTo("alice");
    assertThat(answer.told("admin")).isEqualTo("true");
  }

  @Test
  void knowsNobodyOnOpenPath() {
    Answer answer = asAdmin("/public/a");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.told("known")).isEqualTo("-");
    assertThat(answer.told("user")).isEqualTo("null");
  }

  /** The rule asks for nothing; the server asks for a login, and nobody logged in. */
  @Test
  void opensNothingThatTheServerProtects() {
    assertThat(asAdmin("/staff/open/a").status()).isEqualTo(403);
    assertThat(server.get("/staff/open/a").status()).isEqualTo(403);
    assertThat(server.get("/staff/optional/a").status()).isEqualTo(403);
  }

  @Test
  void admitsOptionalTokenWithTheServersRole() {
    assertThat(asAdmin("/staff/optional/a").told("known")).isEqualTo("alice");
  }

  @Test
  void admitsNobodyWhereARuleDenies() {
    assertThat(asAdmin("/staff/denied/a").status()).isEqualTo(403);
  }

  @Test
  void forgetsWhoItWasByTheNextRequest() {
    asAdmin("/staff/a");

    assertThat(server.get("/staff/a").status()).isEqualTo(401);
  }
}
