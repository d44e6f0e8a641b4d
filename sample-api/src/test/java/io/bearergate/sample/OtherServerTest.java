package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.issuer.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mock plays a server that is not ours: nothing is known of it but what is on the line. */
class OtherServerTest {

  private final VirtualClock clock = VirtualClock.runningWith(InstantSource.system());
  private final MockAuthorizationServer server =
      MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).withEveryFeature());
  private final URI callback = URI.create("http://127.0.0.1:" + freePort() + "/callback");
  private final LinkOpener alice = new LinkOpener(server.issuer(), callback);
  private final Map<String, String> environment = new HashMap<>();

  private BesideTerminal out = BesideTerminal.readBy(alice::agree);
  private BesideTerminal err = BesideTerminal.readBy(alice::agree);

  @BeforeEach
  void registerCallback() {
    List.of("web1", "native1", "form1", "hyb1")
        .forEach(client -> server.register(client, callback));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @DisplayName("F01.1 F02.2 F08.1 F10.1 + the browser comes back, by redirect or by form")
  @CsvSource({
    "authorization-code, web1, GET /api/notes 200",
    "pkce, native1, GET /api/notes 200",
    "form-post, form1, GET /api/whoami 401",
    "hybrid, hyb1, GET /api/notes 200"
  })
  void walksThroughBrowser(String flow, String client, String answer) {
    if (!List.of("native1", "form1").contains(client)) {
      beConfidential(client);
    }

    assertThat(walk(flow, client)).isZero();

    assertThat(out.text()).contains("Open this in a browser", answer, "1 of 1 hold");
  }

  @Test
  @DisplayName("F11.1 + without a browser, nobody is asked to open one")
  void walksWithoutBrowser() {
    beConfidential("m2m1");

    assertThat(walk("client-credentials", "m2m1")).isZero();

    assertThat(out.text()).contains("GET /api/notes 200").doesNotContain("browser");
  }

  @Test
  @DisplayName("F12.1 + every poll is a line with the link, which is opened elsewhere")
  void waitsForAnotherDevice() {
    assertThat(walk("device", "tv1")).isZero();

    assertThat(out.text())
        .contains("on any device", "GET /api/notes 200")
        .containsPattern("waiting: open http\\S+/activate\\S+ and compare .* \\(poll 1 in 5 s\\)")
        .containsPattern("waiting: .* \\(poll 2 in 5 s\\)");
  }

  @Test
  @DisplayName("F14.1 + the user of a poll is named by the environment")
  void waitsForOwnDevice() {
    beConfidential("ciba1");
    environment.put("DEMO_SUBJECT", Fixtures.subject("alice"));

    assertThat(walk("ciba", "ciba1")).isZero();

    assertThat(out.text())
        .containsPattern("waiting: open http\\S+ and compare the message")
        .contains("GET /api/billing/bills 200");
  }

  @Test
  @DisplayName("F13.1 + name and password come from the environment")
  void takesPasswordFromEnvironment() {
    beConfidential("ropg1");
    environment.put("DEMO_USERNAME", "alice");
    environment.put("DEMO_PASSWORD", Fixtures.password("alice"));

    assertThat(walk("password", "ropg1")).isZero();

    assertThat(out.text())
        .contains("GET /api/notes 200")
        .doesNotContain(Fixtures.password("alice"));
  }

  @ParameterizedTest
  @DisplayName("F13 F14 − without their user in the environment, the variables are named")
  @CsvSource({"password, DEMO_USERNAME and DEMO_PASSWORD", "F14, DEMO_SUBJECT"})
  void namesMissingVariables(String flow, String variables) {
    assertThat(walk(flow, "ropg1")).isEqualTo(2);

    assertThat(err.text()).contains("needs " + variables + " in the environment.");
  }

  @Test
  @DisplayName("--json is one object and nothing else; the link is on the other stream")
  void speaksJson() throws Exception {
    assertThat(walk("pkce", "native1", "--json")).isZero();

    assertThat(err.text()).startsWith("Open this in a browser").hasLineCount(1);
    assertThat(JSONObjectUtils.parse(out.text())).containsEntry("holds", true);
  }

  @Test
  @DisplayName("no secret is printed")
  void printsNoSecret() {
    String secret = Fixtures.clientSecret("web1");

    assertThat(walk("authorization-code", "web1", "--client-secret", secret)).isZero();

    assertThat(out.text())
        .doesNotContain(secret)
        .doesNotContainPattern("Basic [A-Za-z0-9+/=]{5}")
        .doesNotContainPattern(Leaks.TOKEN)
        .doesNotContainPattern(Leaks.HANDLE);
  }

  @Test
  @DisplayName("--audience is what the notes API goes by: 403 for want of a scope, not 401")
  void callsApiByItsNameThere() {
    beConfidential("web1");

    walk("authorization-code", "web1", "--audience", Fixtures.BILLING_API);

    assertThat(err.text())
        .isEqualToIgnoringNewLines(told("authorization-code", "GET /api/notes 403"));
  }

  @Test
  @DisplayName("F01 AE10 − consent refused is one line and 1")
  void tellsOfRefusal() {
    out = BesideTerminal.readBy(alice::refuse);

    assertThat(walk("pkce", "native1")).isEqualTo(1);

    assertThat(err.text())
        .isEqualToIgnoringNewLines(
            told("pkce", "authorization: access_denied (login or consent was refused)"));
  }

  @Test
  @DisplayName("F12 − a user who refuses on the other device is one line and 1")
  void tellsOfRefusalElsewhere() {
    out = BesideTerminal.readBy(this::denyDevice);

    assertThat(walk("device", "tv1")).isEqualTo(1);

    assertThat(err.text())
        .isEqualToIgnoringNewLines(
            told("device", "poll: access_denied (login or consent was refused)"));
  }

  private void denyDevice(URI link) {
    String code = link.getQuery().substring(link.getQuery().indexOf('=') + 1);
    Wire.post(
        server.issuer() + "__mock/device/" + code + "/deny",
        "{\"user\":\"alice\"}",
        "application/json");
  }

  @Test
  @DisplayName("− an issuer that is not there is one line and 1")
  void tellsOfDeadIssuer() {
    assertThat(run("--issuer", "http://127.0.0.1:1/", "--client-id", "x", "--flow", "pkce"))
        .isEqualTo(1);

    assertThat(err.text())
        .isEqualToIgnoringNewLines(
            "pkce at http://127.0.0.1:1/: no answer from http://127.0.0.1:1/");
  }

  @Test
  @DisplayName("− metadata of another issuer is one line and 1")
  void tellsOfAnotherIssuer() {
    String withoutSlash = server.issuer().substring(0, server.issuer().length() - 1);

    assertThat(run("--issuer", withoutSlash, "--client-id", "x", "--flow", "pkce")).isEqualTo(1);

    assertThat(err.text())
        .isEqualToIgnoringNewLines(
            "pkce at " + withoutSlash + ": metadata: not so: it names the issuer that was asked");
  }

  @Test
  @DisplayName("− a flow that the server has no endpoint for is one line and 1")
  void tellsOfMissingEndpoint() {
    environment.put("DEMO_SUBJECT", "alice");
    beConfidential("ciba1");
    try (MockAuthorizationServer plain =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      String issuer = plain.issuer();

      assertThat(run("--issuer", issuer, "--client-id", "ciba1", "--flow", "ciba")).isEqualTo(1);

      assertThat(err.text())
          .isEqualToIgnoringNewLines(
              "ciba at "
                  + issuer
                  + ": metadata: the server has no backchannel_authentication_endpoint");
    }
  }

  @Test
  @DisplayName("− a flow that one client cannot play is one line and 1")
  void tellsOfMissingKey() {
    assertThat(walk("jar", "web1")).isEqualTo(1);

    assertThat(err.text())
        .isEqualToIgnoringNewLines(told("jar", "JAR: a client without a key to sign with"));
  }

  @Test
  @DisplayName("− the callback's port taken is one line and 1")
  void tellsOfTakenCallback() throws IOException {
    try (ServerSocket taken = new ServerSocket(callback.getPort(), 1, loopback())) {
      assertThat(walk("pkce", "native1")).isEqualTo(1);

      assertThat(err.text())
          .isEqualToIgnoringNewLines(
              told("pkce", "Port " + taken.getLocalPort() + " of 127.0.0.1 is taken."));
    }
  }

  @Test
  @DisplayName("− the API's port taken is one line and 1")
  void tellsOfTakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, loopback())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(walk("pkce", "native1", "--port", port)).isEqualTo(1);

      assertThat(err.text()).startsWith("Port " + port + " of 127.0.0.1 is taken.").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @DisplayName("− a command line that says too little or too much gets a line, usage and 2")
  @CsvSource(
      delimiter = '|',
      value = {
        "--issuer https://as.test | --issuer needs --flow too.",
        "--issuer https://as.test --flow F01 | --issuer needs --client-id too.",
        "--issuer https://as.test --client-id x | --issuer needs --flow too.",
        "--issuer https://as.test --all | --all does not go with --issuer.",
        "--issuer http://as.test --client-id x --flow F01 | --issuer must be an https URL",
        "--issuer https://as.test?x --client-id x --flow F01 | --issuer must be an https URL",
        "--issuer %%% --client-id x --flow F01 | --issuer is not a URL.",
        "--client-id x --flow F01 | --client-id goes with --issuer only.",
        "--audience x | --audience goes with --issuer only.",
        "--issuer https://as.test --client-id x --flow telepathy | There is no flow telepathy."
      })
  void explainsItself(String words, String message) {
    assertThat(run(words.split(" "))).isEqualTo(2);

    assertThat(err.text()).startsWith(message).contains("Usage: bin/demo");
  }

  @ParameterizedTest
  @DisplayName("− a redirect URI where nobody here can listen, or not safely")
  @ValueSource(
      strings = {
        "https://127.0.0.1:8081/callback",
        "http://192.0.2.1:8081/callback",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:8081/callback?x=1",
        "com.example:/cb"
      })
  void refusesRedirectUri(String uri) {
    assertThat(walk("pkce", "native1", "--redirect-uri", uri)).isEqualTo(2);

    assertThat(err.text()).startsWith("--redirect-uri must be http on the loopback with a port");
  }

  private void beConfidential(String client) {
    environment.put("DEMO_CLIENT_SECRET", Fixtures.clientSecret(client));
  }

  private String told(String flow, String what) {
    return flow + " at " + server.issuer() + ": " + what;
  }

  private int walk(String flow, String client, String... more) {
    List<String> words =
        new ArrayList<>(List.of("--issuer", server.issuer(), "--client-id", client));
    words.addAll(List.of("--flow", flow, "--redirect-uri", callback.toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    Surroundings world =
        new Surroundings(
            clock::advance, new Inbox(server.issuer(), "alice"), line -> {}, Optional.empty());
    return new Demo(out, err, world).run(List.of(words), environment);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
