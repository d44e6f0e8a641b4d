package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Refusals are what {@code flows.md} §4.3 says, to the letter. */
public abstract class ChallengeContract extends SharedApiContract {

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api());
  }

  @Test
  @DisplayName("C0 asks for a token without naming an error")
  void asksForToken() {
    Refusal.C0.isGivenBy(api.get("/api/whoami"));
  }

  @Test
  @DisplayName("C1 refuses a bad token without saying why")
  void refusesBadToken() {
    Refusal.C1.isGivenBy(api.get("/api/whoami", api.token(t -> t.audience("other"))));
  }

  @Test
  @DisplayName("C1x tells an honest client that its token expired")
  void tellsOfExpiry() {
    Refusal.C1X.isGivenBy(
        api.get("/api/whoami", api.token(t -> t.expiringAt(api.now().minusSeconds(30)))));
  }

  @Test
  @DisplayName("C1 tells no stranger that a token expired")
  void hidesExpiryOfForeignToken() {
    String token = api.token(t -> t.audience("other").expiringAt(api.now().minusSeconds(3600)));

    Refusal.C1.isGivenBy(api.get("/api/whoami", token));
  }

  @Test
  @DisplayName("C2 names the scope that is missing")
  void namesMissingScope() {
    Refusal.C2_ADMIN.isGivenBy(api.get("/api/admin", api.token()));
  }

  @Test
  @DisplayName("C2 names every scope of the rule, not only those that the token lacks")
  void namesEveryScopeOfRule() {
    Refusal.C2_BOTH.isGivenBy(api.get("/api/both", api.tokenWith("a")));
  }

  @Test
  @DisplayName("C3 refuses repeated credentials, good as each may be")
  void refusesRepeatedCredentials() {
    RawRequest twice = RawRequest.get("/api/whoami").bearer(api.token()).bearer(api.token());

    Refusal.C3.isGivenBy(api.send(twice));
  }

  @Test
  @DisplayName("C7 keeps the name of a missing role to itself")
  void hidesMissingRole() {
    Refusal.C7.isGivenBy(api.get("/api/role", api.token()));
  }

  @Test
  @DisplayName("C7 keeps the name of a missing permission to itself")
  void hidesMissingPermission() {
    Refusal.C7.isGivenBy(api.get("/api/permission", api.token()));
  }

  @Test
  @DisplayName("C7 keeps the clients that may call to itself")
  void hidesAllowedClients() {
    Refusal.C7.isGivenBy(api.get("/api/client", api.token(t -> t.claim("azp", "stranger"))));
  }

  @Test
  void deniesWithoutChallengeAndWithoutToken() {
    Refusal.DENIED.isGivenBy(api.get("/denied"));
  }

  @Test
  void deniesWithoutChallengeAndWithToken() {
    Refusal.DENIED.isGivenBy(api.get("/denied", api.token()));
  }

  @Test
  void letsScriptsReadTheChallengeWhereOriginIsNamed() {
    Answer answer =
        api.send(RawRequest.get("/api/whoami").header("Origin", "http://127.0.0.1:8083"));

    assertThat(answer.headers("Access-Control-Expose-Headers"))
        .containsExactly("WWW-Authenticate, DPoP-Nonce");
  }

  @Test
  void exposesNothingWhereNoOriginIsNamed() {
    assertThat(api.get("/api/whoami").headers("Access-Control-Expose-Headers")).isEmpty();
  }

  @Test
  void challengesHeadAsGetWithoutBody() {
    Refusal.C0.isGivenWithoutBodyBy(api.send(RawRequest.of("HEAD", "/api/whoami")));
  }

  @Test
  void writesNoBodyWhereSettingSaysNone() {
    try (TestApi quiet = NotesApi.on(api()).set(Setting.ERROR_BODY, "none").start()) {
      Answer answer = quiet.get("/api/whoami");

      assertThat(answer.body()).isEmpty();
      Refusal.C0.isGivenWithoutBodyBy(answer);
    }
  }

  @Test
  @DisplayName("C0 and C1 offer the scheme DPoP only where it is taken")
  void offersNoDpopWhereItIsOff() {
    try (TestApi plain = NotesApi.on(api()).set(Setting.DPOP, "off").start()) {
      assertThat(plain.get("/api/whoami").headers("WWW-Authenticate"))
          .containsExactly("Bearer realm=\"api\"");
      assertThat(plain.get("/api/whoami", "rubbish").headers("WWW-Authenticate")).hasSize(1);
    }
  }

  @Test
  void namesConfiguredRealm() {
    try (TestApi notes = NotesApi.on(api()).set(Setting.REALM, "notes").start()) {
      assertThat(notes.get("/api/whoami").header("WWW-Authenticate"))
          .isEqualTo("Bearer realm=\"notes\"");
    }
  }
}
