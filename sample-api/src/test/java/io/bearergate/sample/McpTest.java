package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Requests;
import io.bearergate.sample.issuer.UserAgent;
import io.bearergate.sample.issuer.Wire;
import io.bearergate.sample.mcp.McpEndpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The MCP server as an MCP client meets it; with a real one, {@code mcp.test.mjs}. */
class McpTest extends StageTest {

  private static final String WELL_KNOWN = ".well-known/oauth-protected-resource";
  private static final String CALLBACK = "http://127.0.0.1:39080/cb";
  private static final String LIST = call("list_notes", "{}");
  private static final String ADD = call("add_note", "{\"text\":\"a note\"}");
  private static final String LACKING =
      "Bearer realm=\"api\", error=\"insufficient_scope\","
          + " error_description=\"The access token lacks the required scope\", scope=\"%s\"%s";

  @Test
  @DisplayName("+ the 401 names the metadata, and that the authorization server and the scopes")
  void leadsToAuthorizationServer() {
    HttpResponse<String> refused = Wire.post(server(), LIST, "application/json");

    Map<String, Object> metadata = Parsed.json(Wire.get(server() + "/" + WELL_KNOWN + "/mcp"));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).isEqualTo("Bearer realm=\"api\"" + named());
    assertThat(metadata)
        .containsEntry("resource", server())
        .containsEntry("authorization_servers", List.of(stage.issuer().issuer()))
        .containsEntry("scopes_supported", List.of("read:notes"));
  }

  @Test
  @DisplayName("+ as root application it has its metadata where clients look without a challenge")
  void servesMetadataAtWellKnownPath() {
    String issuer = stage.issuer().issuer();
    try (SampleApi alone =
        SampleApi.start(
            0,
            Optional.empty(),
            api ->
                List.of(
                    WebApp.mcp("/", api.address().resolve(McpEndpoints.PATH), issuer, clock)))) {
      String resource = alone.address() + "mcp";
      HttpResponse<String> refused = Wire.post(resource, LIST, "application/json");

      assertThat(Parsed.json(Wire.get(alone.address() + WELL_KNOWN + "/mcp")))
          .containsEntry("resource", resource);
      assertThat(challenge(refused))
          .endsWith("resource_metadata=\"" + alone.address() + WELL_KNOWN + "/mcp\"");
      assertThat(open(resource, userToken(resource, "read:notes")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("+ a token asked for by resource, with PKCE, is for this server and opens it")
  void answersCallWithTokenForResource() {
    HttpResponse<String> issued = authorized(server(), "read:notes");
    String token = Parsed.member(issued, "access_token");

    HttpResponse<String> answer = call(LIST, token, session(token));

    assertThat(Parsed.claims(token).getAudience()).containsExactly(server());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"result\"").doesNotContain("\"error\"");
  }

  @Test
  @DisplayName("− a token that the same client got for another API is refused")
  void refusesTokenForAnotherApi() {
    String token =
        Parsed.member(
            authorized("https://api.bearergate.test/notes", "read:notes"), "access_token");

    HttpResponse<String> refused = open(server(), token);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"").endsWith(named());
  }

  @Test
  @DisplayName("− a resource nobody knows gets no code")
  void issuesNoTokenForUnknownResource() {
    HttpResponse<String> refused =
        new UserAgent(stage.issuer().issuer())
            .authorize(authorization(server() + "/other", "read:notes"));

    assertThat(Parsed.redirect(refused)).doesNotContainKey("code").containsKey("error");
  }

  @Test
  @DisplayName("− without the scope that all calls need, 403 names it")
  void refusesTokenWithoutScope() {
    HttpResponse<String> refused = open(server(), userToken(server(), "other"));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(challenge(refused)).isEqualTo(LACKING.formatted("read:notes", named()));
  }

  @Test
  @DisplayName("− a tool that writes wants its scope too: 403 names both, and nothing is written")
  void asksForMoreWhereToolNeedsMore() {
    String token = userToken(server(), "read:notes");
    String session = session(token);

    HttpResponse<String> refused =
        call(call("add_note", "{\"text\":\"unwritten\"}"), token, session);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(challenge(refused)).isEqualTo(LACKING.formatted("read:notes write:notes", named()));
    assertThat(call(LIST, token, session).body()).doesNotContain("unwritten");
  }

  @Test
  @DisplayName("+ with both scopes the same session goes on")
  void goesOnAfterStepUp() {
    String before = userToken(server(), "read:notes");
    String session = session(before);
    String after = userToken(server(), "read:notes write:notes");

    assertThat(call(ADD, after, session).body()).contains("written");
    assertThat(call(LIST, before, session).body()).contains("a note");
  }

  @ParameterizedTest
  @DisplayName("− no spelling of the call gets a tool that writes past its scope")
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'list_notes','name':'add_note',"
            + "'arguments':{'text':'a trick'}}}",
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'add_note','name':'list_notes',"
            + "'arguments':{'text':'a trick'}}}",
        "{'jsonrpc':'2.0','id':1,'method':'ping','method':'tools/call','params':{'name':'add_note',"
            + "'arguments':{'text':'a trick'}}}",
        "{'jsonrpc':'2.0','id':1,'method':'tools\\u002fcall','params':{'name':'\\u0061dd_note',"
            + "'arguments':{'text':'a trick'}}}",
        "[{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'add_note',"
            + "'arguments':{'text':'a trick'}}}]",
      })
  void sendsEverySpellingThroughDoor(String body) {
    String token = userToken(server(), "read:notes");
    String session = session(token);

    call(body.replace('\'', '"'), token, session);

    assertThat(call(LIST, token, session).body()).contains("\"result\"").doesNotContain("a trick");
  }

  @ParameterizedTest
  @CsvSource({"nothing, 400", "[], 400", "null, 400", "'', 400"})
  @DisplayName("− what is no JSON object is no message")
  void refusesWhatIsNoMessage(String body, int status) {
    String token = userToken(server(), "read:notes");

    assertThat(call(body, token, session(token)).statusCode()).isEqualTo(status);
  }

  @Test
  @DisplayName("− a message of more than 64 KiB is not read")
  void refusesLargeMessage() {
    String token = userToken(server(), "read:notes");

    assertThat(call(" ".repeat(64 * 1024) + LIST, token, session(token)).statusCode())
        .isEqualTo(413);
  }

  @Test
  @DisplayName("− a session is the user's who began it, and no credential")
  void keepsSessionToItsUser() {
    String session = session(userToken(server(), "read:notes"));
    String other =
        minted(
            """
            {"iss":"%s","sub":"auth0|bob","aud":"%s","exp":%d,"scope":"read:notes"}
            """
                .formatted(
                    stage.issuer().issuer(), server(), clock.instant().getEpochSecond() + 60));

    assertThat(call(LIST, other, session).statusCode()).isEqualTo(404);
    assertThat(
            Wire.post(server(), LIST, "application/json", "Mcp-Session-Id", session).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"https://evil.test, 403", "null, 403", "http://127.0.0.1, 403"})
  @DisplayName("− a page of another origin is refused, though it has a token")
  void refusesOtherOrigins(String origin, int status) {
    HttpResponse<String> refused =
        open(server(), userToken(server(), "read:notes"), "Origin", origin);

    assertThat(refused.statusCode()).isEqualTo(status);
  }

  @Test
  @DisplayName("+ a page of its own origin is not")
  void admitsOwnOrigin() {
    String origin = server().substring(0, server().length() - "/mcp".length());

    assertThat(open(server(), userToken(server(), "read:notes"), "Origin", origin).statusCode())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("− a preflight, in which nobody calls, reaches no session")
  void reachesNoSessionByAPreflight() throws IOException, InterruptedException {
    HttpRequest preflight =
        HttpRequest.newBuilder(URI.create(server()))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", "https://evil.test")
            .header("Access-Control-Request-Method", "POST")
            .header("Mcp-Session-Id", session(userToken(server(), "read:notes")))
            .build();

    int status = HttpClient.newHttpClient().send(preflight, BodyHandlers.discarding()).statusCode();

    assertThat(status).isEqualTo(404);
  }

  private static String server() {
    return stage.api().address() + "mcp";
  }

  private static String named() {
    return ", resource_metadata=\"" + server() + "/" + WELL_KNOWN + "/mcp\"";
  }

  private static String call(String tool, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\",\"arguments\":"
        + arguments
        + "}}";
  }

  /** Begins a session. */
  private static HttpResponse<String> open(String resource, String token, String... more) {
    String initialize =
        """
        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",
         "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
        """;
    return post(resource, initialize, token, more);
  }

  private static String session(String token) {
    String session = open(server(), token).headers().firstValue("Mcp-Session-Id").orElseThrow();
    call("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", token, session);
    return session;
  }

  private static HttpResponse<String> call(String body, String token, String session) {
    return post(server(), body, token, "Mcp-Session-Id", session);
  }

  private static HttpResponse<String> post(
      String resource, String body, String token, String... more) {
    String[] headers =
        Stream.concat(
                Stream.of(
                    "Authorization",
                    "Bearer " + token,
                    "Accept",
                    "application/json, text/event-stream"),
                Stream.of(more))
            .toArray(String[]::new);
    return Wire.post(resource, body, "application/json", headers);
  }

  /** The whole way of a native client that the server knows. */
  private static HttpResponse<String> authorized(String resource, String scope) {
    String issuer = stage.issuer().issuer();
    String code = new UserAgent(issuer).codeFor(authorization(resource, scope), "alice");
    Map<String, String> form = new LinkedHashMap<>(Requests.redemption(code, CALLBACK));
    form.put("client_id", "native1");
    form.put("resource", resource);
    return Wire.postForm(URI.create(issuer).resolve("oauth/token").toString(), form);
  }

  private static Map<String, String> authorization(String resource, String scope) {
    Map<String, String> asked =
        Requests.without(Requests.authorization("native1", CALLBACK), "audience", "nonce");
    asked.put("resource", resource);
    asked.put("scope", scope);
    return asked;
  }
}
