package io.bearergate.contract.wars;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.redeploy.WarServer;
import io.bearergate.contract.tomcat.TomcatWars;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a guide says to write instead protects the application as the guide says. */
@DisplayName("the migration guides")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationGuidesTest {

  private static final List<String> MANAGER = List.of("manager");

  private final TestIssuer issuer = TestIssuer.start();
  private final Map<Guide, WarServer> servers = new EnumMap<>(Guide.class);
  private final Map<Guide, URI> addresses = new EnumMap<>(Guide.class);

  @BeforeAll
  void deploy(@TempDir Path folder) {
    for (Guide guide : Guide.values()) {
      WarServer server = new TomcatWars();
      addresses.put(guide, server.start());
      servers.put(guide, server);
      System.setProperty(guide.issuerProperty(), issuer.issuer());
      server.deploy(guide.writtenInto(folder.resolve(guide.name()).resolve("app")));
    }
  }

  @AfterAll
  void stop() {
    servers.values().forEach(WarServer::undeploy);
    servers.values().forEach(WarServer::stop);
    servers.keySet().forEach(guide -> System.clearProperty(guide.issuerProperty()));
    issuer.close();
  }

  private Answer get(Guide guide, String path, UnaryOperator<TestToken> change) {
    String token =
        issuer.token(
            t ->
                change.apply(
                    t.audience("orders-api")
                        .scope("read:orders")
                        .claim("typ", "Bearer")
                        .claim("preferred_username", "ann")));
    return RawConnection.exchange(addresses.get(guide), RawRequest.get(path).bearer(token));
  }

  /** Where each of the issuers in the guides says so. */
  private static TestToken asManager(TestToken token) {
    return token
        .claim("roles", MANAGER)
        .claim("realm_access", Map.of("roles", MANAGER))
        .claim("resource_access", Map.of("orders-api", Map.of("roles", MANAGER)));
  }

  @ParameterizedTest
  @EnumSource
  void leaveThePublicPathsOpen(Guide guide) {
    Answer answer = RawConnection.exchange(addresses.get(guide), RawRequest.get("/public/a"));

    assertThat(answer.told("user")).isEqualTo("null");
  }

  @ParameterizedTest
  @EnumSource
  void refuseRequestWithoutToken(Guide guide) {
    Answer answer = RawConnection.exchange(addresses.get(guide), RawRequest.get("/orders/7"));

    assertThat(answer.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  void admitTokenUnderTheNameThatTheApplicationKnows(Guide guide) {
    assertThat(get(guide, "/orders/7", t -> t).told("user")).isEqualTo("ann");
  }

  @ParameterizedTest
  @EnumSource
  void refuseTokenForAnotherApi(Guide guide) {
    assertThat(get(guide, "/orders/7", t -> t.audience("account")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource
  void admitTokenWithTheRole(Guide guide) {
    assertThat(get(guide, "/admin/a", MigrationGuidesTest::asManager).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void refuseTokenWithoutTheRole(Guide guide) {
    assertThat(get(guide, "/admin/a", t -> t).status()).isEqualTo(403);
  }
}
