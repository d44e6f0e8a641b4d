package io.bearergate.contract.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.CapturedLog;
import io.bearergate.contract.http.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Annotations on resources, with Jersey; nothing of ours is registered with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JerseyAnnotationsTest {

  private final JaxRsApi api =
      JaxRsApi.of(
          Resources.Notes.class,
          Resources.Accounts.class,
          Resources.Staff.class,
          Resources.Read.class,
          Resources.Audits.class,
          Resources.Shops.class);

  @AfterAll
  void stop() {
    api.close();
  }

  private static void isServed(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.told("user")).isEqualTo("alice");
    assertThat(answer.told("scheme")).isEqualTo("Bearer");
  }

  private static void isRefused(Answer answer, int status, String... challenge) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("user=");
    String line = answer.header("WWW-Authenticate");
    assertThat(line.isEmpty()).isEqualTo(challenge.length == 0);
    Stream.of(challenge).forEach(part -> assertThat(line).contains(part));
  }

  private static void isForbidden(Answer answer) {
    isRefused(answer, 403, "Bearer realm=\"api\", error=\"insufficient_scope\"");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
                + "\"error\":\"insufficient_scope\"}");
  }

  @Test
  void servesWhomTheAnnotationOfTheClassNames() {
    isServed(api.send("GET", "/notes", t -> t.scope("notes")));
  }

  @Test
  void refusesWhomItDoesNot() {
    Answer answer = api.send("GET", "/notes", t -> t.scope("other"));

    isForbidden(answer);
    assertThat(answer.header("WWW-Authenticate")).endsWith("scope=\"notes\"");
    isRefused(api.send("GET", "/notes"), 401, "Bearer realm=\"api\"");
  }

  @Test
  void asksByTheMethodBeforeTheClass() {
    isServed(api.send("POST", "/notes", t -> t.claim("permissions", List.of("write"))));
    isForbidden(api.send("POST", "/notes", t -> t.scope("notes write")));
  }

  @Test
  void liftsByTheMethodWhatTheClassAsks() {
    isServed(api.send("PUT", "/notes", t -> t));
    isRefused(api.send("PUT", "/notes"), 401, "Bearer realm=\"api\"");
  }

  @Test
  void deniesEverybodyAMethod() {
    isRefused(api.send("DELETE", "/notes", t -> t.scope("notes")), 403);
  }

  @Test
  void keepsTheStandardAnnotations() {
    isServed(api.send("GET", "/accounts", t -> t.claim("roles", List.of("Chief Accountant"))));
    isForbidden(api.send("GET", "/accounts", t -> t.claim("roles", List.of("Chief"))));
    isServed(api.send("POST", "/accounts", t -> t));
  }

  @Test
  void showsRolesToTheResource() {
    Answer clerk = api.send("GET", "/accounts", t -> t.claim("roles", List.of("clerk")));
    Answer nobody = api.send("POST", "/accounts", t -> t);

    assertThat(clerk.told("clerk")).isEqualTo("true");
    assertThat(nobody.told("clerk")).isEqualTo("false");
  }

  @Test
  void asksForAnotherSignIn() {
    isServed(api.send("PUT", "/accounts", t -> t.claim("acr", "mfa")));
    isRefused(
        api.send("PUT", "/accounts", t -> t),
        401,
        "error=\"insufficient_user_authentication\"",
        "acr_values=\"mfa\"");
  }

  @Test
  void asksForRuleAndAnnotationAndTellsBoth() {
    isServed(api.send("GET", "/read", t -> t.scope("read more")));
    assertThat(api.send("GET", "/read", t -> t.scope("read")).header("WWW-Authenticate"))
        .endsWith("scope=\"read more\"");
    isForbidden(api.send("GET", "/read", t -> t.scope("more")));
  }

  @Test
  void asksBehindAnOpenRule() {
    Answer clerk = api.send("GET", "/open/staff", t -> t.claim("roles", List.of("clerk")));

    isServed(clerk);
    assertThat(clerk.told("clerk")).isEqualTo("true");
    isForbidden(api.send("GET", "/open/staff", t -> t));
    isRefused(api.send("GET", "/open/staff"), 401, "Bearer realm=\"api\"");
  }

  @Test
  void asksNothingOfItsOwnWithoutAnnotations() {
    assertThat(api.send("POST", "/open/staff").told("user")).isEqualTo("-");
  }

  @Test
  void keepsWhatAGenericInterfaceAsks() {
    isServed(api.send("GET", "/audits", t -> t.claim("permissions", List.of("audit"))));
    isForbidden(api.send("GET", "/audits", t -> t));
    isServed(api.send("POST", "/audits", t -> t.scope("create")));
    isForbidden(api.send("POST", "/audits", t -> t));
  }

  @Test
  void asksWhatTheClassOfTheLocatorAsks() {
    isServed(api.send("GET", "/shops/plain", t -> t.scope("shops")));
    isForbidden(api.send("GET", "/shops/plain", t -> t));
  }

  @Test
  void asksWhatMethodOfTheLocatedResourceAndLocatorAsk() {
    isServed(
        api.send(
            "POST", "/shops/plain", t -> t.scope("shops").claim("permissions", List.of("write"))));
    isForbidden(api.send("POST", "/shops/plain", t -> t.scope("shops")));
    isForbidden(api.send("POST", "/shops/plain", t -> t.claim("permissions", List.of("write"))));
  }

  @Test
  void asksWhatTheLocatorItselfAsks() {
    isServed(
        api.send(
            "GET",
            "/shops/kept",
            t ->
                t.scope("shops")
                    .claim("roles", List.of("clerk"))
                    .claim("permissions", List.of("till"))));
    isForbidden(
        api.send(
            "GET", "/shops/kept", t -> t.scope("shops").claim("permissions", List.of("till"))));
    isForbidden(
        api.send("GET", "/shops/kept", t -> t.scope("shops").claim("roles", List.of("clerk"))));
  }

  @Test
  void liftsByTheLocatorWhatItsClassAsks() {
    assertThat(api.send("GET", "/shops/lifted").told("user")).isEqualTo("-");
  }

  @Test
  void letsNothingOpenThroughWithoutARuleToThatEnd() {
    isRefused(api.send("GET", "/accounts"), 401, "Bearer realm=\"api\"");
  }

  @Test
  void refusesWhereNoFilterStandsBefore() {
    try (JaxRsApi bare = JaxRsApi.withoutFilter(Resources.Notes.class);
        CapturedLog log = CapturedLog.start()) {
      isRefused(bare.send("GET", "/notes", t -> t.scope("notes")), 403);
      assertThat(log.text()).contains("WARNING Refused, as no BearergateFilter stands before");
      assertThat(bare.send("PUT", "/notes").told("user")).isEqualTo("-");
    }
  }

  @Test
  void doesNotStartWhereTwoContradictEachOther() {
    try (JaxRsApi wrong = JaxRsApi.of(Resources.Contradictory.class, Resources.Notes.class);
        CapturedLog log = CapturedLog.start()) {
      assertThat(wrong.send("GET", "/contradictory", t -> t.scope("a")).status()).isEqualTo(500);
      assertThat(wrong.send("GET", "/notes", t -> t.scope("notes")).status()).isNotEqualTo(200);
      assertThat(log.text()).contains("SEVERE Bearergate cannot start").contains("contradicts");
    }
  }
}
