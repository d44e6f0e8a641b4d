package io.bearergate.contract.servers;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources and enterprise beans, and what the server itself protects. */
interface EnterpriseOnServer extends OnServer {

  /** Servers deploy one application after the other. */
  @BeforeAll
  default void awaitAll() {
    serves("/beans/here", "endpoint=here");
    serves("/login/here", "endpoint=here");
    serves("/sample/api/public", "Hello");
  }

  private void serves(String path, String told) {
    try {
      await("an answer to " + path)
          .atMost(ofMinutes(2))
          .pollInterval(ofMillis(250))
          .until(() -> send("GET", path, good()).everything().contains(told));
    } catch (ConditionTimeoutException e) {
      throw new IllegalStateException(server().process().log(), e);
    }
  }

  private Answer send(String method, String path, String token) {
    return server().send(RawRequest.of(method, path).bearer(token));
  }

  private Answer send(String method, String path) {
    return server().send(RawRequest.of(method, path));
  }

  private String good() {
    return server().target().good();
  }

  private String admin() {
    return server().token(t -> t.claim("roles", List.of("admin")));
  }

  private static void isRefused(Answer answer, Integer... statuses) {
    assertThat(answer.status()).as(answer::everything).isIn((Object[]) statuses);
    for (String told : List.of("resource", "bean", "endpoint")) {
      assertThat(answer.told(told)).as(answer::everything).isEmpty();
    }
  }

  private void note(Behaviour row, Answer answer, String told) {
    assertThat(answer.told(told)).as(answer::everything).isIn("alice", "");
    String name = answer.told(told);
    note(row, name.isEmpty() ? answer.status() + " to everybody" : "yes");
  }

  // --- resources

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "POST", "DELETE"})
  @Shows(Behaviour.RESOURCES)
  default void servesNoResourceWithoutToken(String method) {
    Refusal.C0.isGivenBy(send(method, "/beans/api/records"));
    isRefused(send(method, "/login/api/records"), 401, 403);
  }

  @Test
  @Shows(Behaviour.RESOURCES)
  default void servesResourceByScopeAndRole() {
    String reader = server().token(t -> t.scope("read:records"));

    assertThat(send("GET", "/beans/api/records", reader).told("resource")).isEqualTo("alice");
    assertThat(send("PUT", "/beans/api/records", admin()).told("resource")).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT"})
  @Shows(Behaviour.RESOURCES)
  default void servesNoResourceWithoutScopeOrRole(String method) {
    Answer answer = send(method, "/beans/api/records", good());

    isRefused(answer, 403);
    assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
  }

  @Test
  @Shows(Behaviour.RESOURCES_BY_ROLE)
  default void servesNoResourceWithoutTheStandardsRole() {
    isRefused(send("POST", "/beans/api/records", good()), 401, 403);
    isRefused(send("DELETE", "/beans/api/records", admin()), 401, 403);
    note(Behaviour.RESOURCES_BY_ROLE, send("POST", "/beans/api/records", admin()), "resource");
  }

  @Test
  @Shows(Behaviour.RESOURCES_BY_LOGIN)
  default void servesNoResourceWithoutTheStandardsRoleByLogin() {
    isRefused(send("POST", "/login/api/records", good()), 401, 403);
    isRefused(send("DELETE", "/login/api/records", admin()), 401, 403);
    note(Behaviour.RESOURCES_BY_LOGIN, send("POST", "/login/api/records", admin()), "resource");
  }

  // --- enterprise beans

  @Test
  @Shows(Behaviour.BEANS)
  default void callsNoBeanForStrangers() {
    isRefused(send("GET", "/beans/open/a"), 401, 403, 500);
    isRefused(send("GET", "/beans/vault/a"), 401);
    isRefused(send("GET", "/beans/vault/a", good()), 401, 403, 500);
    note(Behaviour.BEANS, send("GET", "/beans/vault/a", admin()), "bean");
  }

  @Test
  @Shows(Behaviour.BEANS_BY_LOGIN)
  default void callsNoBeanWithoutItsRole() {
    isRefused(send("GET", "/login/open/a"), 401, 403, 500);
    isRefused(send("GET", "/login/open/a", admin()), 401, 403, 500);
    isRefused(send("GET", "/login/vault/a"), 401);
    isRefused(send("GET", "/login/vault/a", good()), 401, 403, 500);
    isRefused(send("GET", "/login/vault/emptied", admin()), 401, 403, 500);
    note(Behaviour.BEANS_BY_LOGIN, send("GET", "/login/vault/a", admin()), "bean");
  }

  // --- the server's own protection

  @ParameterizedTest
  @ValueSource(strings = {"/login/staff/a", "/login/staff/open/a"})
  @Shows(Behaviour.CONSTRAINT)
  default void servesNothingTheServerProtectsWithoutToken(String path) {
    isRefused(send("GET", path), 401, 403);
    isRefused(send("GET", path, "a.b.c"), 401, 403);
    isRefused(send("POST", path), 401, 403);
  }

  @Test
  @Shows(Behaviour.CONSTRAINT)
  default void servesWhatTheServerProtectsByItsRole() {
    isRefused(send("GET", "/login/staff/a", good()), 401, 403);
    Answer answer = send("GET", "/login/staff/a", admin());
    assertThat(answer.told("endpoint")).isIn("staff", "");
    note(Behaviour.CONSTRAINT, answer, "user");
  }

  // --- the sample

  private String forSample(String scope) {
    return server().token(t -> t.audience("https://api.bearergate.test/notes").scope(scope));
  }

  @Test
  @Shows(Behaviour.SAMPLE)
  default void servesTheSampleByItsScopes() {
    Answer read = send("GET", "/sample/api/notes", forSample("read:notes"));

    assertThat(read.body()).as(read::everything).contains("Notes of alice");
    assertThat(send("POST", "/sample/api/notes", forSample("write:notes")).status()).isEqualTo(204);
    assertThat(send("GET", "/sample/api/public").status()).isEqualTo(200);
  }

  @Test
  @Shows(Behaviour.SAMPLE)
  default void servesNoSampleWithoutItsScopes() {
    Refusal.C0.isGivenBy(send("GET", "/sample/api/notes"));
    Answer write = send("POST", "/sample/api/notes", forSample("read:notes"));
    assertThat(write.status()).as(write::everything).isEqualTo(403);
    assertThat(write.header("WWW-Authenticate")).contains("scope=\"write:notes\"");
  }
}
