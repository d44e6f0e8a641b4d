package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestToken;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths ask for what their rule says ({@code contract.md} §2.1). */
public abstract class RulesContract extends SharedApiContract {

  private static final String OTHER_AUDIENCE = "https://api.bearergate.test/billing";
  private static final List<String> BOTH = List.of(TestApi.AUDIENCE, OTHER_AUDIENCE);
  private static final List<String> NEARLY = List.of(TestApi.AUDIENCE, OTHER_AUDIENCE + "/");

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api());
  }

  @Test
  void passesOpenPathWithoutToken() {
    assertThat(api.get("/public").told("endpoint")).isEqualTo("public");
  }

  @Test
  void passesOptionalPathWithoutTokenAndPrincipal() {
    assertThat(api.get("/optional").told("principal")).isEqualTo("-");
  }

  @Test
  void namesPrincipalOnOptionalPath() {
    assertThat(api.get("/optional", api.token()).told("principal")).isEqualTo("alice");
  }

  @Test
  void refusesBadTokenOnOptionalPath() {
    Refusal.C1.isGivenBy(api.get("/optional", "a.b.c"));
  }

  @Test
  void asksForTokenWhereNoRuleMatches() {
    try (TestApi closed = api().rules("/public/** open").serving("/*", new Echo("x")).start()) {
      Refusal.C0.isGivenBy(closed.get("/elsewhere"));
    }
  }

  Stream<Arguments> admitted() {
    return Stream.of(
        row("one scope", "/api/admin", t -> t.claim("scope", "admin")),
        row("scope among others", "/api/admin", t -> t.claim("scope", "x admin y")),
        row("scope as array", "/api/admin", t -> t.claim("scope", List.of("x", "admin"))),
        row("scp as array", "/api/admin", t -> t.claim("scp", List.of("admin"))),
        row("every scope", "/api/both", t -> t.claim("scope", "b a")),
        row("any scope", "/api/any", t -> t.claim("scope", "b")),
        row("permission", "/api/permission", t -> t.claim("permissions", List.of("edit:notes"))),
        row("first role", "/api/role", t -> t.claim("roles", List.of("admin"))),
        row("other role", "/api/role", t -> t.claim("roles", List.of("auditor"))),
        row("client as azp", "/api/client", t -> t.claim("azp", "batch")),
        row("client as client_id", "/api/client", t -> t.claim("client_id", "app")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void admitted(UnaryOperator<TestToken> change, String path) {
    assertThat(api.get(path, api.token(change)).status()).isEqualTo(200);
  }

  Stream<Arguments> insufficient() {
    return Stream.of(
        row("longer scope", "/api/admin", t -> t.claim("scope", "administrator")),
        row("scope in other case", "/api/admin", t -> t.claim("scope", "Admin")),
        row("permission for scope", "/api/admin", t -> t.claim("permissions", List.of("admin"))),
        row("role for scope", "/api/admin", t -> t.claim("roles", List.of("admin"))),
        row("one of two scopes", "/api/both", t -> t.claim("scope", "a")),
        row("none of any scope", "/api/any", t -> t.claim("scope", "c")),
        row("scope for permission", "/api/permission", t -> t.claim("scope", "edit:notes")),
        row("other role", "/api/role", t -> t.claim("roles", List.of("administrator"))),
        row("scope for role", "/api/role", t -> t.claim("scope", "admin")),
        row("other client", "/api/client", t -> t.claim("azp", "application")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  @DisplayName("RS.14 refuses what only looks like the demanded scope, role, permission or client")
  void insufficient(UnaryOperator<TestToken> change, String path) {
    Answer answer = api.get(path, api.token(change));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
  }

  @Test
  @DisplayName("RS.1 step 10 before 14: the audience of the rule, C1, although acr is missing too")
  void refusesAudienceOfOtherPaths() {
    Refusal.C1.isGivenBy(api.get("/api/elsewhere", api.tokenWith("x")));
    Refusal.C1.isGivenBy(api.get("/api/elsewhere", api.token(t -> t.claim("aud", NEARLY))));
  }

  @Test
  @DisplayName("F16.4 an audience of the rule among others is enough")
  void admitsAudienceOfRule() {
    String token = api.token(t -> t.claim("aud", BOTH).claim("acr", "mfa"));

    assertThat(api.get("/api/elsewhere", token).status()).isEqualTo(200);
  }

  private static Arguments row(String name, String path, UnaryOperator<TestToken> change) {
    return Arguments.of(Named.of(name, change), path);
  }

  @Test
  void coversHeadByGet() {
    RawRequest head = RawRequest.of("HEAD", "/api/notes").bearer(api.tokenWith("read:notes"));

    assertThat(api.send(head).status()).isEqualTo(200);
  }

  @Test
  void asksHeadForTheScopeOfGet() {
    RawRequest head = RawRequest.of("HEAD", "/api/notes").bearer(api.tokenWith("write:notes"));

    Refusal.C2_READ.isGivenWithoutBodyBy(api.send(head));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DELETE", "PUT", "PATCH", "OPTIONS", "get", "post", "Get", "PROPFIND", "X"})
  @DisplayName("refuses methods that no rule of the path covers instead of trying a wider rule")
  void refusesUncoveredMethod(String method) {
    RawRequest request =
        RawRequest.of(method, "/api/notes/1").bearer(api.tokenWith("read:notes write:notes"));

    Refusal.DENIED.isGivenBy(api.send(request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH", "OPTIONS", "get", "PROPFIND"})
  void asksEveryMethodForToken(String method) {
    Refusal.C0.isGivenBy(api.send(RawRequest.of(method, "/api/whoami")));
  }

  @Test
  void keepsTraceFromTheApplication() {
    Answer answer = api.send(RawRequest.of("TRACE", "/api/admin").header("X-Secret", "hidden"));

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin", "/api/admin/", "/api/admin/x", "/api/admin/x/y"})
  void matchesBaseSlashAndAllBelow(String path) {
    Refusal.C2_ADMIN.isGivenBy(api.get(path, api.token()));
  }

  @Test
  void leavesNeighbourOfBaseToOtherRules() {
    assertThat(api.get("/api/administrator", api.token()).status()).isEqualTo(200);
  }
}
