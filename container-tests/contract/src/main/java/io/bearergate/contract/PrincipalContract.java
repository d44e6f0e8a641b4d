package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.jakarta.BearergatePrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The application knows whom it serves. */
public abstract class PrincipalContract extends SharedApiContract {

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api())
        .serving(
            "/token/*",
            (request, response) -> {
              BearergatePrincipal principal = (BearergatePrincipal) request.getUserPrincipal();
              response.getWriter().println("scopes=" + principal.token().scopes());
              response.getWriter().println("value=" + principal.token().value().reveal());
              response.getWriter().println("plan=" + principal.token().claim("plan").asText());
            })
        .serving(
            "/login/*",
            (request, response) ->
                response.getWriter().println("authenticated=" + request.authenticate(response)));
  }

  @Test
  void namesPrincipalOfToken() {
    Answer answer = api.get("/api/whoami", api.token(t -> t.subject("auth0|65a1")));

    assertThat(answer.told("principal")).isEqualTo("auth0|65a1");
  }

  @Test
  void namesRemoteUser() {
    assertThat(api.get("/api/whoami", api.token()).told("user")).isEqualTo("alice");
  }

  @Test
  void namesBearerAsAuthType() {
    assertThat(api.get("/api/whoami", api.token()).told("auth")).isEqualTo("Bearer");
  }

  @Test
  void givesPrincipalFromRequestAttribute() {
    assertThat(api.get("/api/whoami", api.token()).told("from")).isEqualTo("alice");
  }

  @Test
  void answersForRolesOfToken() {
    String token = api.token(t -> t.claim("roles", List.of("admin")));

    assertThat(api.get("/api/whoami", token).told("admin")).isEqualTo("true");
  }

  @Test
  void takesNoScopeForRole() {
    assertThat(api.get("/api/whoami", api.tokenWith("admin")).told("admin")).isEqualTo("false");
  }

  @Test
  void handsOutTheWholeToken() {
    String token = api.token(t -> t.scope("a b").claim("plan", "gold"));

    Answer answer = api.get("/token", token);

    assertThat(answer.told("scopes")).isEqualTo("[a, b]");
    assertThat(answer.told("plan")).isEqualTo("Optional[gold]");
  }

  @Test
  void handsOutTheTokenItself() {
    String token = api.token();
    RawRequest spaced = RawRequest.get("/token").header("Authorization", "bearer   " + token);

    assertThat(api.get("/token", token).told("value")).isEqualTo(token);
    assertThat(api.send(spaced).told("value")).isEqualTo(token);
  }

  @Test
  void leavesNothingForTheContainersOwnLogin() {
    assertThat(api.get("/login", api.token()).told("authenticated")).isEqualTo("true");
  }

  @Test
  void knowsNobodyOnOpenPath() {
    Answer answer = api.get("/public", api.token());

    assertThat(answer.told("principal")).isEqualTo("-");
    assertThat(answer.told("user")).isEqualTo("null");
    assertThat(answer.told("auth")).isEqualTo("null");
    assertThat(answer.told("from")).isEqualTo("-");
  }

  @Test
  void keepsPrincipalsOfOneConnectionApart() {
    try (RawConnection connection = RawConnection.to(api.base())) {
      RawRequest first = RawRequest.get("/api/whoami").bearer(api.token());
      RawRequest second = RawRequest.get("/optional");

      assertThat(connection.send(first).told("principal")).isEqualTo("alice");
      assertThat(connection.send(second).told("principal")).isEqualTo("-");
    }
  }
}
