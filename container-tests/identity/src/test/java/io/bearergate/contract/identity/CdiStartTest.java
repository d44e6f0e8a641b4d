package io.bearergate.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.contract.doors.app.Notes;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.identity.app.ClaimHoarder;
import io.bearergate.contract.identity.app.Counter;
import io.bearergate.contract.identity.app.Desk;
import io.bearergate.contract.identity.app.Drifter;
import io.bearergate.contract.identity.app.Greeter;
import io.bearergate.contract.identity.app.Hoarder;
import io.bearergate.contract.identity.app.PortableNotes;
import io.bearergate.contract.identity.app.Shop;
import io.bearergate.contract.redeploy.WarFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which applications CDI starts. */
class CdiStartTest {

  private final IdentityServer server = new IdentityServer();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  private WarFolder application(Class<?>... types) {
    return IdentityServer.withCdi(folder.resolve("app"), types)
        .classes(Shop.class, Greeter.class, Desk.class, Counter.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {Hoarder.class, Drifter.class, ClaimHoarder.class})
  void startsNoneWhoseBeanWouldKeepWhatIsOneUsers(Class<?> keeper) {
    assertThatThrownBy(() -> server.deploy(application(keeper)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(server.log())
        .contains("SEVERE Bearergate gives no token to ", keeper.getName(), "Write Provider<");
  }

  @Test
  void startsWithoutAnyOfTheseApis() {
    server.deploy(WarFolder.in(folder.resolve("plain")).classes(Shop.class, Notes.class));

    assertThat(server.get("/a").status()).isEqualTo(401);
    assertThat(server.get("/a", t -> t).told("user")).isEqualTo("alice");
  }

  @Test
  void startsWithoutMicroProfile() {
    server.deploy(application());

    assertThat(server.get("/name", t -> t).told("told")).isEqualTo("alice");
  }

  @Test
  void showsTokenAsMicroProfileDoes() {
    server.deploy(application(PortableNotes.class).jarsOf(Path.of("target/microprofile")));

    String token = server.token(t -> t.claim("roles", List.of("b", "a")).claim("tenant", "blue"));
    Answer answer = server.send(RawRequest.get("/portable").bearer(token));

    assertThat(answer.told("name")).isEqualTo("alice");
    assertThat(answer.told("subject")).isEqualTo("alice");
    assertThat(answer.told("issuer")).isEqualTo(server.issuer());
    assertThat(answer.told("audience")).isEqualTo("[https://api.bearergate.test/notes]");
    assertThat(answer.told("groups")).isEqualTo("[a, b]");
    assertThat(answer.told("expires")).isEqualTo("300");
    assertThat(answer.told("raw")).isEqualTo(token);
    assertThat(answer.told("tenant")).isEqualTo("blue");
    assertThat(answer.told("none")).isEqualTo("false");
    assertThat(answer.told("text")).startsWith("JsonWebToken[AccessToken[").doesNotContain("alice");
    assertThat(answer.told("principals")).isEqualTo("0"); // those are the server's to give
  }

  @Test
  void showsMicroProfileNothingWithoutToken() {
    server.deploy(application(PortableNotes.class).jarsOf(Path.of("target/microprofile")));

    assertThat(server.get("/public/portable", t -> t).told("failed"))
        .startsWith("There is no token: ");
  }
}
