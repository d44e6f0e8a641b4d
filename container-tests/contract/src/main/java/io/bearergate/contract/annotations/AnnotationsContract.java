package io.bearergate.contract.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.CapturedLog;
import io.bearergate.contract.TestApi;
import io.bearergate.contract.annotations.app.Accounts;
import io.bearergate.contract.annotations.app.Api;
import io.bearergate.contract.annotations.app.AuditorsOnly;
import io.bearergate.contract.annotations.app.Composed;
import io.bearergate.contract.annotations.app.Lifted;
import io.bearergate.contract.annotations.app.Notes;
import io.bearergate.contract.annotations.app.Opened;
import io.bearergate.contract.annotations.app.Plain;
import io.bearergate.contract.annotations.app.Read;
import io.bearergate.contract.annotations.app.StepUp;
import io.bearergate.contract.annotations.app.Told;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.redeploy.WarFolder;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Servlets of one application that ask by annotations, besides the rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AnnotationsContract {

  private final TestIssuer issuer = TestIssuer.start();
  private final WarServer server = newServer();
  private final URI address = server.start();
  private String startLog = "";

  /** Not started. */
  protected abstract WarServer newServer();

  @BeforeAll
  void deploy(@TempDir Path folder) {
    System.setProperty("annotations.issuer", issuer.issuer());
    WarFolder war =
        WarFolder.in(folder.resolve("app"))
            .classes(Api.class, Told.class, AuditorsOnly.class)
            .classes(Accounts.class, Composed.class, Lifted.class, Notes.class, Opened.class)
            .classes(Plain.class, Read.class, StepUp.class);
    try (CapturedLog log = CapturedLog.start()) {
      server.deploy(war.folder());
      startLog = log.text();
    }
  }

  @AfterAll
  void stop() {
    server.undeploy();
    server.stop();
    issuer.close();
    System.clearProperty("annotations.issuer");
  }

  private Answer send(RawRequest request, UnaryOperator<TestToken> change) {
    String token = issuer.token(t -> change.apply(t.audience(TestApi.AUDIENCE)));
    return RawConnection.exchange(address, request.bearer(token));
  }

  private Answer get(String path, UnaryOperator<TestToken> change) {
    return send(RawRequest.get(path), change);
  }

  private Answer getWithoutToken(String path) {
    return RawConnection.exchange(address, RawRequest.get(path));
  }

  private static void isServed(Answer answer, String servlet) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.told("served")).isEqualTo(servlet);
    assertThat(answer.told("user")).isEqualTo("alice");
  }

  private static void isRefused(Answer answer, int status, String... challenge) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("served=");
    String line = answer.header("WWW-Authenticate");
    assertThat(line.isEmpty()).isEqualTo(challenge.length == 0);
    Stream.of(challenge).forEach(part -> assertThat(line).contains(part));
  }

  private static void lacksScope(Answer answer, String scopes) {
    isRefused(answer, 403, "error=\"insufficient_scope\"", "scope=\"" + scopes + "\"");
  }

  @Test
  void servesWhomTheAnnotationOfTheClassNames() {
    isServed(get("/notes/7", t -> t.scope("notes")), "Notes");
  }

  @Test
  void refusesWhomItDoesNot() {
    lacksScope(get("/notes/7", t -> t.scope("other")), "notes");
    isRefused(getWithoutToken("/notes/7"), 401, "Bearer realm=\"api\"");
  }

  @Test
  void asksByTheMethodBeforeTheClass() {
    RawRequest post = RawRequest.of("POST", "/notes");

    isServed(send(post, t -> t.claim("permissions", List.of("write"))), "Notes");
    isRefused(send(post, t -> t.scope("notes write")), 403, "error=\"insufficient_scope\"");
  }

  @Test
  void liftsByTheMethodWhatTheClassAsks() {
    isServed(send(RawRequest.of("PUT", "/notes"), t -> t), "Notes");
    isRefused(RawConnection.exchange(address, RawRequest.of("PUT", "/notes")), 401, "Bearer realm");
  }

  @Test
  void deniesEverybodyAMethod() {
    isRefused(send(RawRequest.of("DELETE", "/notes"), t -> t.scope("notes")), 403);
  }

  @Test
  void asksForHeadWhatItAsksForGet() {
    assertThat(send(RawRequest.of("HEAD", "/notes"), t -> t.scope("notes")).status())
        .isEqualTo(200);
    assertThat(send(RawRequest.of("HEAD", "/notes"), t -> t).status()).isEqualTo(403);
  }

  @Test
  void asksForRuleAndAnnotationAndTellsBoth() {
    isServed(get("/read/1", t -> t.scope("read more")), "Read");
    lacksScope(get("/read/1", t -> t.scope("read")), "read more");
    lacksScope(get("/read/1", t -> t.scope("more")), "read more");
  }

  @Test
  void asksBehindAnOpenRule() {
    isServed(get("/open/staff", t -> t.claim("roles", List.of("auditor"))), "Opened");
    isRefused(get("/open/staff", t -> t), 403, "error=\"insufficient_scope\"");
    isRefused(getWithoutToken("/open/staff"), 401, "Bearer realm=\"api\"");
  }

  @Test
  void loosensNoRuleByOpen() {
    isServed(get("/lifted", t -> t), "Lifted");
    isRefused(getWithoutToken("/lifted"), 401, "Bearer realm=\"api\"");
  }

  @Test
  void asksForAnotherSignIn() {
    long now = Instant.now().getEpochSecond();
    isServed(get("/mfa", t -> t.claim("acr", "phr").claim("auth_time", now)), "StepUp");
    for (UnaryOperator<TestToken> lacking :
        List.<UnaryOperator<TestToken>>of(
            t -> t.claim("acr", "pwd").claim("auth_time", now),
            t -> t.claim("acr", "phr").claim("auth_time", now - 3600),
            t -> t.claim("acr", "phr"))) {
      isRefused(
          get("/mfa", lacking),
          401,
          "error=\"insufficient_user_authentication\"",
          "acr_values=\"mfa phr\", max_age=\"300\"");
    }
  }

  @Test
  void keepsTheStandardAnnotation() {
    isServed(get("/accounts", t -> t.claim("roles", List.of("Chief Accountant"))), "Accounts");
    isRefused(
        get("/accounts", t -> t.claim("roles", List.of("Chief"))),
        403,
        "error=\"insufficient_scope\"");
  }

  @Test
  void keepsAnAnnotationThatAnotherCarries() {
    isServed(get("/audit", t -> t.claim("permissions", List.of("audit"))), "Composed");
    isRefused(get("/audit", t -> t), 403, "error=\"insufficient_scope\"");
  }

  @Test
  void asksNothingOfItsOwnWithoutAnnotations() {
    isServed(get("/plain", t -> t), "Plain");
    assertThat(getWithoutToken("/open/plain").told("served")).isEqualTo("Plain");
  }

  @Test
  void asksOnAForward() {
    RawRequest request = RawRequest.get("/plain").header("Forward", "/notes/7");

    isServed(send(request, t -> t.scope("notes")), "Notes");
    lacksScope(send(request, t -> t), "notes");
  }

  @Test
  void asksOnAForwardFromAnOpenPath() {
    RawRequest request = RawRequest.get("/open/plain").header("Forward", "/notes/7");

    isServed(send(request, t -> t.scope("notes")), "Notes");
    isRefused(RawConnection.exchange(address, request), 401, "Bearer realm=\"api\"");
  }

  @Test
  void asksOnAnInclude() {
    RawRequest request = RawRequest.get("/plain").header("Include", "/notes/7");

    assertThat(send(request, t -> t.scope("notes")).body()).contains("served=Notes");
    assertThat(send(request, t -> t).body())
        .contains("served=Plain")
        .doesNotContain("served=Notes")
        .doesNotContain("insufficient_scope");
  }

  @Test
  void asksOnAnAsynchronousDispatch() {
    RawRequest request = RawRequest.get("/plain").header("Async", "/notes/7");

    isServed(send(request, t -> t.scope("notes")), "Notes");
    lacksScope(send(request, t -> t), "notes");
    RawRequest open = RawRequest.get("/open/plain").header("Async", "/notes/7");
    isRefused(RawConnection.exchange(address, open), 401, "Bearer realm=\"api\"");
  }

  @Test
  void tellsAtTheStartWhatIsAsked() {
    assertThat(startLog)
        .contains(
            Notes.class.getName()
                + " asks besides the rules: scope notes; DELETE deny; POST permission write; PUT"
                + " nothing")
        .contains(Opened.class.getName() + " asks besides the rules: role clerk auditor")
        .doesNotContain(Plain.class.getName() + " asks")
        .doesNotContain("cannot be read");
  }
}
