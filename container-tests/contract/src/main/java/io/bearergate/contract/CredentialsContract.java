package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.RawRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is taken from one {@code Authorization} header and from nowhere else. */
public abstract class CredentialsContract extends SharedApiContract {

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "bearer", "BEARER", "BeArEr"})
  @DisplayName("RS.8 takes the scheme in any case")
  void takesSchemeInAnyCase(String scheme) {
    RawRequest request =
        RawRequest.get("/api/whoami").header("Authorization", scheme + " " + api.token());

    assertThat(api.send(request).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization", "AUTHORIZATION", "AuThOrIzAtIoN"})
  void takesHeaderNameInAnyCase(String name) {
    RawRequest request = RawRequest.get("/api/whoami").header(name, "Bearer " + api.token());

    assertThat(api.send(request).status()).isEqualTo(200);
  }

  @Test
  void takesSeveralSpacesAfterScheme() {
    RawRequest request =
        RawRequest.get("/api/whoami").header("Authorization", "Bearer   " + api.token());

    assertThat(api.send(request).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.9 reads no token from the query")
  void readsNoTokenFromQuery() {
    Refusal.C0.isGivenBy(api.get("/api/whoami?access_token=" + api.token()));
  }

  @Test
  @DisplayName("RS.9 reads no token from a form")
  void readsNoTokenFromForm() {
    RawRequest form =
        RawRequest.of("POST", "/api/whoami")
            .body("application/x-www-form-urlencoded", "access_token=" + api.token());

    Refusal.C0.isGivenBy(api.send(form));
  }

  @Test
  @DisplayName("RS.9 takes a good header although the query holds another token")
  void ignoresTokenInQueryBesideHeader() {
    assertThat(api.get("/api/whoami?access_token=rubbish", api.token()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWxpY2U6cHc=", "Digest username=alice", "Token abc", "Negotiate"})
  void takesOtherSchemesForNoCredentials(String value) {
    Refusal.C0.isGivenBy(api.send(RawRequest.get("/api/whoami").header("Authorization", value)));
  }

  @Test
  @DisplayName("RS.15 serves an open path whatever the token")
  void servesOpenPathWithBadToken() {
    assertThat(api.get("/public", "rubbish").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.15 serves an open path whatever the number of tokens")
  void servesOpenPathWithRepeatedCredentials() {
    RawRequest twice = RawRequest.get("/public").bearer("rubbish").bearer("rubbish");

    assertThat(api.send(twice).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.15 serves an open path to an expired token")
  void servesOpenPathWithExpiredToken() {
    String expired = api.token(t -> t.expiringAt(api.now().minusSeconds(3600)));

    assertThat(api.get("/public", expired).status()).isEqualTo(200);
  }
}
