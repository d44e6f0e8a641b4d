package io.bearergate.contract.wars;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.test.TestIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample application is protected as it is, by no more than what is in its WAR. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SampleWarsContract {

  /** Those that work on a server without JAX-RS. */
  private static final Set<SampleWar> WARS =
      EnumSet.complementOf(EnumSet.of(SampleWar.JAX_RS_OF_THE_SERVER));

  private static final String ISSUER = "sample.issuer";
  private static final String AUDIENCE = "https://api.bearergate.test/notes";

  private final TestIssuer issuer = TestIssuer.start();
  private final List<WarServer> servers = new ArrayList<>();
  private final Map<SampleWar, URI> addresses = new EnumMap<>(SampleWar.class);

  /** Not started. */
  protected abstract WarServer newServer();

  static Stream<SampleWar> wars() {
    return WARS.stream();
  }

  @BeforeAll
  void deploy(@TempDir Path folder) {
    System.setProperty(ISSUER, issuer.issuer());
    for (SampleWar war : WARS) {
      WarServer server = newServer();
      addresses.put(war, server.start());
      servers.add(server);
      server.deploy(war.unpackedInto(folder.resolve(war.name())));
    }
  }

  @AfterAll
  void stop() {
    servers.forEach(WarServer::undeploy);
    servers.forEach(WarServer::stop);
    issuer.close();
    System.clearProperty(ISSUER);
  }

  private Answer send(SampleWar war, RawRequest request) {
    return RawConnection.exchange(addresses.get(war), request);
  }

  private String token(String audience) {
    return issuer.token(t -> t.audience(audience).scope("read:notes"));
  }

  @ParameterizedTest
  @MethodSource("wars")
  void greetsEverybodyOnAnOpenPath(SampleWar war) {
    Answer answer = send(war, RawRequest.get("/api/public"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Hello");
  }

  @ParameterizedTest
  @MethodSource("wars")
  void refusesRequestWithoutToken(SampleWar war) {
    Answer answer = send(war, RawRequest.get("/api/notes"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).contains("Bearer realm=\"api\"");
  }

  @ParameterizedTest
  @MethodSource("wars")
  void admitsTokenWithItsScopeAndKnowsTheCaller(SampleWar war) {
    Answer answer = send(war, RawRequest.get("/api/notes").bearer(token(AUDIENCE)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Notes of alice");
  }

  @ParameterizedTest
  @MethodSource("wars")
  void refusesTokenWithoutTheScopeOfTheMethod(SampleWar war) {
    Answer answer = send(war, RawRequest.of("POST", "/api/notes").bearer(token(AUDIENCE)));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("WWW-Authenticate")).contains("scope=\"write:notes\"");
  }

  @ParameterizedTest
  @MethodSource("wars")
  void refusesTokenForAnotherApi(SampleWar war) {
    Answer answer =
        send(war, RawRequest.get("/api/notes").bearer(token("https://api.bearergate.test/bills")));

    assertThat(answer.status()).isEqualTo(401);
  }
}
