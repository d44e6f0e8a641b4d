package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerMetadataTest {

  private static final String OIDC = "/.well-known/openid-configuration";
  private static final String RFC_8414 = "/.well-known/oauth-authorization-server";
  private static WireMockServer server;
  private KeyRig rig;

  @BeforeAll
  static void startServer() {
    server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @BeforeEach
  void reset() {
    server.resetAll();
    server.stubFor(get("/jwks").willReturn(okJson(TestJwks.of(TestJwks.EC))));
    rig = new KeyRig();
  }

  @AfterEach
  void closeRig() {
    rig.close();
  }

  private static void describe(String place, String issuer, String jwksUri) {
    String json = "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, jwksUri);
    server.stubFor(get(place).willReturn(okJson(json)));
  }

  private static int asked(String path) {
    return server.findAll(getRequestedFor(urlEqualTo(path))).size();
  }

  @Test
  void derivesBothFormsOfBothPlaces() {
    assertThat(MetadataDocument.places(URI.create("https://as.example/a/b/")))
        .map(URI::toString)
        .containsExactly(
            "https://as.example/a/b/.well-known/openid-configuration",
            "https://as.example/.well-known/oauth-authorization-server/a/b",
            "https://as.example/.well-known/openid-configuration/a/b",
            "https://as.example/a/b/.well-known/oauth-authorization-server");
    assertThat(MetadataDocument.places(URI.create("https://as.example"))).hasSize(2);
    assertThat(MetadataDocument.places(URI.create("https://as.example/"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/," + OIDC,
    "''," + OIDC,
    "''," + RFC_8414,
    "/t/," + "/t" + OIDC,
    "/t," + OIDC + "/t",
    "/t/," + RFC_8414 + "/t",
    "/t," + "/t" + RFC_8414
  })
  void findsKeysThroughEveryForm(String issuerPath, String place) {
    String issuer = server.baseUrl() + issuerPath;
    describe(place, issuer, server.url("/jwks"));

    JwkSource source = rig.sources.open(issuer, new KeyLocation.Discovered());
    rig.await("fetched", 1);

    assertThat(TestJwks.verifies(source, TestJwks.EC, "ec")).isTrue();
  }

  @Test
  void findsKeysThroughMetadataAtAPlaceOfItsOwn() {
    describe("/meta", "https://elsewhere.example/", server.url("/jwks"));

    rig.sources.open(
        "https://elsewhere.example/", new KeyLocation.Metadata(URI.create(server.url("/meta"))));

    rig.await("fetched", 1);
  }

  @Test
  void goesOnFetchingKeysFromTheKnownAddressWhileTheMetadataIsDown() {
    String issuer = server.baseUrl() + "/";
    describe(OIDC, issuer, server.url("/jwks"));
    rig.sources.open(issuer, new KeyLocation.Discovered());
    rig.await("fetched", 1);

    server.stubFor(
        get(urlEqualTo(OIDC)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    rig.passAndTick(Duration.ofMinutes(61));

    rig.await("fetched", 2);
  }

  @Test
  void refusesMetadataOfAnotherIssuerAndWarnsOnce() {
    String issuer = server.baseUrl() + "/";
    describe(OIDC, "https://evil.example/\\u0007\\u00e9" + "x".repeat(300), server.url("/jwks"));

    try (CapturedLog log = new CapturedLog()) {
      rig.sources.open(issuer, new KeyLocation.Discovered());
      rig.await("unavailable", 1);
      rig.passAndTick(Duration.ofSeconds(5));
      rig.await("unavailable", 2);

      List<String> mismatches =
          log.warnings().stream().filter(line -> line.contains("names the issuer")).toList();
      assertThat(mismatches)
          .singleElement()
          .asString()
          .contains("https://evil.example/??xx", issuer);
      assertThat(mismatches.get(0)).doesNotContain("x".repeat(200));
    }
    assertThat(asked("/jwks")).isZero();
  }

  @Test
  void comparesIssuerExactly() {
    describe(OIDC, server.baseUrl(), server.url("/jwks"));

    rig.sources.open(server.baseUrl() + "/", new KeyLocation.Discovered());

    rig.await("unavailable", 1);
    assertThat(asked("/jwks")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keys.example/jwks",
        "ftp://keys.example/",
        "file:///etc/keys",
        "/jwks",
        "",
        "::",
        "https:///jwks",
        "http://127.0.0.1.example/jwks"
      })
  void refusesJwksUriThatMustNotBeCalled(String jwksUri) {
    describe(OIDC, server.baseUrl(), jwksUri);

    rig.sources.open(server.baseUrl(), new KeyLocation.Discovered());

    rig.await("unavailable", 1);
  }

  @Test
  void letsOnlyLoopbackMetadataNameLoopbackKeys() {
    Origin https = Origin.of(URI.create("https://as.example/")).orElseThrow();
    Origin loopback = Origin.of(URI.create("http://127.0.0.1:9/")).orElseThrow();

    assertThat(https.mayName(loopback)).isFalse();
    assertThat(loopback.mayName(loopback)).isTrue();
    assertThat(loopback.mayName(https)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "<html>", "{}", "{\"issuer\":1}", "{\"jwks_uri\":[]}"})
  void refusesWhatIsNoMetadata(String body) {
    server.stubFor(get(OIDC).willReturn(okJson(body)));

    rig.sources.open(server.baseUrl(), new KeyLocation.Discovered());

    rig.await("unavailable the key set cannot be found: the metadata", 1);
  }

  @Test
  void remembersTheAddressAndReadsItAgainAfterAnHour() {
    describe(OIDC, server.baseUrl(), server.url("/jwks"));
    rig.sources.open(server.baseUrl(), new KeyLocation.Discovered());
    rig.await("fetched", 1);

    rig.passAndTick(Duration.ofMinutes(5));
    rig.await("fetched", 2);
    assertThat(asked(OIDC)).isEqualTo(1);

    rig.passAndTick(Duration.ofHours(1));
    rig.await("fetched", 3);
    assertThat(asked(OIDC)).isEqualTo(2);
  }

  @Test
  void readsMetadataAgainWhenTheAddressGivesNoKeys() {
    describe(OIDC, server.baseUrl(), server.url("/jwks"));
    rig.sources.open(server.baseUrl(), new KeyLocation.Discovered());
    rig.await("fetched", 1);
    server.stubFor(get("/jwks").willReturn(serverError()));
    server.stubFor(get("/moved").willReturn(okJson(TestJwks.of(TestJwks.RSA))));
    describe(OIDC, server.baseUrl(), server.url("/moved"));

    rig.passAndTick(Duration.ofMinutes(5));
    rig.await("unavailable", 1);
    rig.passAndTick(Duration.ofSeconds(2));
    rig.await("fetched", 2);

    assertThat(asked("/moved")).isEqualTo(1);
  }

  @Test
  void usesTheRememberedAddressWhileMetadataIsDown() {
    describe(OIDC, server.baseUrl(), server.url("/jwks"));
    rig.sources.open(server.baseUrl(), new KeyLocation.Discovered());
    rig.await("fetched", 1);
    server.stubFor(get(OIDC).willReturn(serverError()));

    rig.passAndTick(Duration.ofHours(2));

    rig.await("fetched", 2);
  }
}
