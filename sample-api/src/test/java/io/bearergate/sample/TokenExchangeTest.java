package io.bearergate.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.config.GateConfig;
import io.bearergate.event.GateListener;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.sample.api.VaultEndpoints;
import io.bearergate.sample.issuer.Feature;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.OfflineSpa;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.issuer.Wire;
import io.bearergate.token.AccessToken;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The recipe of docs/calling-others.md, between two APIs. */
@DisplayName("token exchange (RFC 8693)")
class TokenExchangeTest {

  private static final VirtualClock CLOCK =
      VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AutoClose
  private static final MockAuthorizationServer SERVER =
      MockAuthorizationServer.start(IssuerOptions.ephemeral(CLOCK).with(Feature.TOKEN_EXCHANGE));

  @AutoClose private static final SampleApi API = SampleApi.start(0, apps());

  private static List<WebApp> apps() {
    GateConfig config = GateConfig.builder(SERVER.issuer(), Fixtures.NOTES_API).build();
    WebApp relay =
        new WebApp(
            "/", new BearergateFilter(config, CLOCK, GateListener.NONE), TokenExchangeTest::addTo);
    return Stream.concat(
            Stream.of(relay),
            WebApp.all(SERVER.issuer(), CLOCK).stream()
                .filter(app -> app.contextPath().equals(VaultEndpoints.CONTEXT_PATH)))
        .toList();
  }

  private static void addTo(ServletContext context) {
    context.addServlet("relay", new Relay()).addMapping("/relay");
  }

  /** Calls the vault in its caller's name, with the token that the query says. */
  private static final class Relay extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      AccessToken token = BearergatePrincipal.from(request).orElseThrow().token();
      boolean asIs = "as-is".equals(request.getQueryString());
      try {
        String onward =
            asIs ? token.value().reveal() : exchange(HTTP, endpoint(), credentials(), token);
        response
            .getWriter()
            .print(
                Wire.get(API.address() + "api/vault", "Authorization", "Bearer " + onward)
                    .statusCode());
      } catch (InterruptedException | ParseException e) {
        throw new ServletException(e);
      }
    }
  }

  private static String exchange(
      HttpClient http, URI tokenEndpoint, String credentials, AccessToken token)
      throws IOException, InterruptedException, ParseException {
    String form =
        Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                token.value().reveal(),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "audience",
                VaultEndpoints.AUDIENCE)
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(tokenEndpoint)
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("The token could not be exchanged: " + answer.statusCode());
    }
    return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token");
  }

  private static URI endpoint() {
    return URI.create(SERVER.issuer() + "oauth/token");
  }

  private static String credentials() {
    byte[] both = ("m2m1:" + Fixtures.clientSecret("m2m1")).getBytes(UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }

  @BeforeAll
  static void register() {
    SERVER.amend(
        "m2m1",
        Map.of(
            "grant_types",
            List.of("client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"),
            "exchanges_tokens_for",
            List.of(Fixtures.NOTES_API)));
  }

  @Test
  @DisplayName("+ an API calls another one in its user's name with the token it got in exchange")
  void callsAnotherApi() {
    assertThat(relayed("")).isEqualTo("200");
  }

  @Test
  @DisplayName("− the token as it came is not for the other API")
  void cannotPassTheTokenOn() {
    assertThat(relayed("?as-is")).isEqualTo("401");
  }

  @Test
  @DisplayName("− nothing but a good access token for the API that shows it is exchanged")
  void refusesOtherTokens() {
    HttpResponse<String> tokens = new OfflineSpa(SERVER.issuer()).logIn();
    String good = Parsed.member(tokens, "access_token");
    String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";

    for (String bad : List.of(Parsed.member(tokens, "id_token"), forged, "nonsense")) {
      assertThat(exchanged(bad, VaultEndpoints.AUDIENCE).statusCode()).isEqualTo(400);
    }
    assertThat(exchanged(good, "urn:unknown").statusCode()).isEqualTo(400);
    assertThat(Parsed.json(exchanged(good, VaultEndpoints.AUDIENCE)))
        .containsEntry("issued_token_type", "urn:ietf:params:oauth:token-type:access_token");
  }

  private static String relayed(String query) {
    String token = Parsed.member(new OfflineSpa(SERVER.issuer()).logIn(), "access_token");
    return Wire.get(API.address() + "relay" + query, "Authorization", "Bearer " + token).body();
  }

  private static HttpResponse<String> exchanged(String token, String audience) {
    return Wire.postForm(
        endpoint().toString(),
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token",
            token,
            "subject_token_type",
            "urn:ietf:params:oauth:token-type:access_token",
            "audience",
            audience),
        "Authorization",
        "Basic " + credentials());
  }
}
