package io.bearergate.contract.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.attack.Attack;
import io.bearergate.contract.attack.AttackTable;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is served, whatever tokens, headers, methods and bodies are sent. */
interface RequestsOnServer extends OnServer {

  /** What servers answer by themselves to a request they do not like. */
  List<Integer> OF_THE_SERVER = List.of(RunningServer.NO_ANSWER, 400, 413, 414, 431, 501, 405);

  @Test
  @Shows(Behaviour.GOOD_TOKEN)
  default void servesGoodToken() {
    Answer answer = server().get("/api/whoami", server().token(t -> t.claim("roles", "admin")));

    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("user")).isEqualTo("alice");
    assertThat(answer.told("auth")).isEqualTo("Bearer");
    assertThat(answer.told("admin")).isEqualTo("true");
  }

  @Test
  @Shows(Behaviour.GOOD_TOKEN)
  default void servesOpenPathToNobody() {
    Answer answer = server().get("/public/x", server().target().good());

    assertThat(answer.told("endpoint")).isEqualTo("public");
    assertThat(answer.told("principal")).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/whoami", "/api/admin", "/nothing/here", "/error/404"})
  @Shows(Behaviour.NO_TOKEN)
  default void refusesRequestWithoutToken(String path) {
    Refusal.C0.isGivenBy(server().get(path));
  }

  @Test
  @Shows(Behaviour.NO_TOKEN)
  default void refusesTokenWithoutScope() {
    Refusal.C2_ADMIN.isGivenBy(server().get("/api/admin", server().target().good()));
  }

  /** Save for times, which no server has a say in, and which these tests let pass. */
  @ParameterizedTest
  @EnumSource(value = AttackTable.class, mode = EnumSource.Mode.EXCLUDE, names = "TIMES")
  @Shows(Behaviour.ATTACKS)
  default void servesNoAttack(AttackTable group) {
    List<Attack> rows = group.rows(server().target());

    assertSoftly(
        softly ->
            rows.stream()
                .filter(row -> row.request().headers().stream().noneMatch(this::isMended))
                .forEach(
                    row ->
                        softly
                            .assertThatCode(() -> isRefused(row))
                            .as(row.name())
                            .doesNotThrowAnyException()));
  }

  private boolean isMended(String header) {
    return server().product().mends(header);
  }

  private void isRefused(Attack attack) {
    Answer answer = server().send(attack.request());
    if (OnServer.isOurs(answer) || !OF_THE_SERVER.contains(answer.status())) {
      attack.expected().isGivenBy(answer);
    }
  }

  @Test
  @Shows(Behaviour.TWO_HEADERS)
  default void servesNoTwoHeaders() {
    String good = server().target().good();

    Answer answer = server().send(RawRequest.get("/api/whoami").bearer(good).bearer(good));

    Refusal.C3.isGivenBy(answer);
    note(Behaviour.TWO_HEADERS, OnServer.shown(answer));
  }

  @Test
  @Shows(Behaviour.FOLDED)
  default void servesNoFoldedHeader() {
    Answer answer =
        server().send(RawRequest.get("/api/whoami").line("Authorization: Bearer a\r\n b"));

    isNotServed(answer);
    note(Behaviour.FOLDED, OnServer.shown(answer));
  }

  @Test
  @Shows(Behaviour.NUL)
  default void servesNoTokenWithNul() {
    Answer answer = server().get("/api/whoami", server().target().good() + "\u0000");

    isNotServed(answer);
    note(Behaviour.NUL, OnServer.shown(answer));
  }

  private static void isNotServed(Answer answer) {
    assertThat(answer.told("endpoint")).isEmpty();
    assertThat(answer.status())
        .matches(status -> status == RunningServer.NO_ANSWER || status >= 400, "refused or closed");
  }

  @Test
  @Shows(Behaviour.HEADER_SIZE)
  default void servesLongTokenOrRefusesIt() {
    List<Integer> served =
        IntStream.rangeClosed(2, 15).filter(this::servesTokenOf).boxed().toList();

    assertThat(served).contains(2, 4, 6);
    note(Behaviour.HEADER_SIZE, served.get(served.size() - 1) + " KiB");
  }

  private boolean servesTokenOf(int kibibytes) {
    String empty = server().token(t -> t.claim("note", ""));
    int missing = kibibytes * 1024 - empty.length();
    String token = server().token(t -> t.claim("note", "x".repeat(missing * 3 / 4)));
    Answer answer = server().get("/api/whoami", token);
    assertThat(answer.status()).isIn(200, 400, 413, 431, RunningServer.NO_ANSWER);
    return answer.told("principal").equals("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "DELETE", "PUT", "PATCH", "OPTIONS", "get", "PROPFIND", "X"})
  @Shows(Behaviour.METHODS)
  default void servesNoMethodWithoutToken(String method) {
    Answer answer = server().send(RawRequest.of(method, "/api/whoami"));

    assertThat(answer.status()).isIn(401, 405, 501, 400);
    assertThat(answer.told("endpoint")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH", "OPTIONS", "PROPFIND", "X"})
  @Shows(Behaviour.METHODS)
  default void servesNoMethodThatNoRuleOfThePathCovers(String method) {
    RawRequest request = RawRequest.of(method, "/api/notes/1").bearer(server().target().good());

    Answer answer = server().send(request);

    assertThat(answer.status()).isIn(403, 405, 501, 400);
    assertThat(answer.told("endpoint")).isEmpty();
  }

  /** Or takes it for the method in upper case, and asks for what that needs. */
  @ParameterizedTest
  @ValueSource(strings = {"get", "Get"})
  @Shows(Behaviour.LOWER_CASE)
  default void servesNoMethodInLowerCase(String method) {
    RawRequest request = RawRequest.of(method, "/api/notes/1");

    Answer other = server().send(request.bearer(server().token(t -> t.scope("write:notes"))));
    Answer reader = server().send(request.bearer(server().target().good()));

    assertThat(other.status()).isIn(403, 405, 501, 400);
    note(Behaviour.LOWER_CASE, reader.status() == 200 ? "taken for `GET`" : OnServer.shown(reader));
  }

  @Test
  @Shows(Behaviour.TRACE)
  default void tellsNothingByTrace() {
    RawRequest trace = RawRequest.of("TRACE", "/api/admin").header("X-Secret", "hidden");

    Answer answer = server().send(trace);

    assertThat(answer.status()).isIn(400, 401, 403, 405, 501);
    assertThat(answer.everything()).doesNotContain("hidden");
    note(Behaviour.TRACE, OnServer.shown(answer));
  }

  /** Two of them: a form, which a look at a parameter would empty, and octets. */
  static Stream<RawRequest> uploads() {
    String text = "x".repeat(100_000);
    return Stream.of(
        form(), RawRequest.of("PUT", "/body/octets").body("application/octet-stream", text));
  }

  private static RawRequest form() {
    return RawRequest.of("POST", "/body/form")
        .body("application/x-www-form-urlencoded", "text=" + "x".repeat(100_000));
  }

  @Test
  @Shows(Behaviour.BODY)
  default void leavesBodyToTheServlet() {
    String good = server().target().good();

    assertThat(uploads().map(upload -> server().send(upload.bearer(good)).told("length")))
        .containsOnly("100000");
  }

  @Test
  @Shows(Behaviour.KEEP_ALIVE)
  default void refusesPostAndServesTheNext() {
    try (RawConnection connection = RawConnection.to(server().base())) {
      Answer refused = connection.send(form());
      boolean keptOpen = connection.isOpen();
      Answer next = connection.send(RawRequest.get("/api/whoami").bearer(server().target().good()));

      Refusal.C0.isGivenBy(refused);
      assertThat(next.told("principal")).isEqualTo("alice");
      note(Behaviour.KEEP_ALIVE, keptOpen ? "stays open" : "is closed");
    }
  }
}
