package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata of the protected resource (RFC 9728), and the challenges that name it. */
public abstract class ResourceMetadataContract extends SharedApiContract {

  private static final String PATH = "/.well-known/oauth-protected-resource/notes";
  private static final Pattern NAMED = Pattern.compile("^(.*), resource_metadata=\"([^\"]+)\"$");

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api()).set(Setting.RESOURCE_METADATA, "on");
  }

  @Test
  @DisplayName("RS.16 + the document, open to all")
  void servesDocument() throws ParseException {
    Answer answer = api.get(PATH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(JSONObjectUtils.parse(answer.body()))
        .isEqualTo(
            Map.of(
                "resource",
                TestApi.AUDIENCE,
                "authorization_servers",
                List.of(api.issuer().issuer()),
                "bearer_methods_supported",
                List.of("header"),
                "resource_name",
                "api",
                "scopes_supported",
                List.of("admin", "read:notes", "write:notes", "a", "b", "pay"),
                "authorization_details_types_supported",
                List.of("transfer"),
                "dpop_signing_alg_values_supported",
                List.of(Refusal.ALGORITHMS.split(" ")),
                "dpop_bound_access_tokens_required",
                false,
                "tls_client_certificate_bound_access_tokens",
                true));
  }

  @Test
  @DisplayName("RS.16 + the document whatever the token, the Host or the query")
  void servesDocumentWhateverTheRequest() {
    String document = api.get(PATH).body();

    assertThat(api.get(PATH, "a.b.c").body()).isEqualTo(document);
    assertThat(api.get(PATH + "?x=y").body()).isEqualTo(document);
    assertThat(api.send(RawRequest.get(PATH).header("X-Forwarded-Host", "evil.test")).body())
        .isEqualTo(document);
  }

  @Test
  @DisplayName("RS.16 + HEAD gets the document's headers")
  void answersHead() {
    Answer head = api.send(RawRequest.of("HEAD", PATH));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "get"})
  @DisplayName("RS.16 − other methods are judged by the rules")
  void judgesOtherMethods(String method) {
    Answer answer = api.send(RawRequest.of(method, PATH));

    assertThat(answer.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-protected-resource",
        "/.well-known/oauth-protected-resource/",
        "/.well-known/oauth-protected-resource/notes/",
        "/.well-known/oauth-protected-resource/Notes",
        "/.well-known/oauth-protected-resource/notes/x",
        "/.well-known/oauth-authorization-server/notes",
      })
  @DisplayName("RS.16 − no other path is open")
  void opensNoOtherPath(String path) {
    assertThat(api.get(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/whoami, C0, ",
    "/api/whoami, C1, bad",
    "/api/admin, C2_ADMIN, good",
    "/api/mfa, C5_ACR, good",
    "/api/fresh, C5_MAX_AGE, good",
    "/api/role, C7, good",
    "/denied, DENIED, good",
  })
  @DisplayName("RS.16 every challenge names the document and is else as without")
  void namesDocumentInEveryChallenge(String path, Refusal refusal, String token) {
    RawRequest plain = RawRequest.get(path);
    RawRequest request =
        token == null ? plain : plain.bearer(token.equals("good") ? api.token() : "a.b.c");

    Answer answer = api.send(request);

    assertThat(answer.status()).isEqualTo(refusal.status());
    assertThat(answer.headers("WWW-Authenticate"))
        .isEqualTo(refusal.challenges().stream().map(ResourceMetadataContract::named).toList());
  }

  /** The line that offers DPoP beside an error of Bearer says nothing else. */
  private static String named(String line) {
    return line.startsWith("DPoP algs")
        ? line
        : line + ", resource_metadata=\"https://api.bearergate.test" + PATH + '"';
  }

  @Test
  @DisplayName("RS.16 C1x and C3 name the document too")
  void namesDocumentForExpiredAndRepeated() {
    String expired = api.token(t -> t.expiringAt(api.now().minusSeconds(30)));
    RawRequest twice = RawRequest.get("/a").bearer(api.token()).bearer(api.token());

    assertThat(api.get("/a", expired).header("WWW-Authenticate")).matches(NAMED);
    assertThat(api.send(twice).header("WWW-Authenticate")).matches(NAMED);
  }

  @Test
  @DisplayName("RS.16 + on the root context the challenge leads to a document of the same resource")
  void leadsFromChallengeToDocument() throws ParseException {
    followChallenge(api, "");
  }

  @ParameterizedTest
  @CsvSource({"/notes", "/shop/v1"})
  @DisplayName("RS.16 + under another context too")
  void leadsFromChallengeToDocumentUnderContext(String contextPath) throws ParseException {
    try (TestApi deployed =
        NotesApi.on(api())
            .set(Setting.RESOURCE_METADATA, "on")
            .app(app -> app.at(contextPath))
            .start()) {
      followChallenge(deployed, contextPath);
      assertThat(deployed.get(PATH).status()).isEqualTo(404);
    }
  }

  private static void followChallenge(TestApi asked, String contextPath) throws ParseException {
    String challenge = asked.get(contextPath + "/api/whoami").header("WWW-Authenticate");
    Matcher named = NAMED.matcher(challenge);
    assertThat(named.matches()).as(challenge).isTrue();
    URI address = URI.create(named.group(2));

    Answer document = asked.get(address.getRawPath());

    assertThat(address.getRawPath()).isEqualTo(contextPath + PATH);
    assertThat(document.status()).isEqualTo(200);
    assertThat(JSONObjectUtils.parse(document.body())).containsEntry("resource", TestApi.AUDIENCE);
    assertThat(TestApi.AUDIENCE).startsWith(address.getScheme() + "://" + address.getAuthority());
  }

  @Test
  @DisplayName("RS.16 + resource from its setting, here without a path")
  void namesConfiguredResource() throws ParseException {
    try (TestApi other =
        NotesApi.on(api())
            .set(Setting.RESOURCE_METADATA, "on")
            .set(Setting.RESOURCE, "http://127.0.0.1:8080/")
            .start()) {
      assertThat(other.get("/a").header("WWW-Authenticate"))
          .endsWith("=\"http://127.0.0.1:8080/.well-known/oauth-protected-resource\"");
      assertThat(JSONObjectUtils.parse(other.get("/.well-known/oauth-protected-resource").body()))
          .containsEntry("resource", "http://127.0.0.1:8080/");
    }
  }

  @Test
  @DisplayName("RS.16 − off by default: no document and no word of it")
  void publishesNothingByDefault() {
    try (TestApi silent = NotesApi.on(api()).start()) {
      Refusal.C0.isGivenBy(silent.get(PATH));
      assertThat(silent.get(PATH, silent.token()).told("endpoint")).isEqualTo("other");
      Refusal.C0.isGivenBy(silent.get("/api/whoami"));
    }
  }
}
