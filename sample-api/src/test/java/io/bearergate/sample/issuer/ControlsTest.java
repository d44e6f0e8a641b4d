package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.bearergate.sample.Leaks;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest {

  private static final String JWKS = ".well-known/jwks.json";

  private final VirtualClock clock = VirtualClock.standingAt(IssuerTest.START);
  private final MockAuthorizationServer server =
      MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.CONTROLS));

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  @DisplayName("0.3 the clock can be moved, and tokens be minted")
  void movesClockAndMints() throws Exception {
    order("clock", "{\"advance\":901}");
    HttpResponse<String> minted =
        order(
            "token",
            "{\"header\":{\"typ\":\"at+jwt\"},\"claims\":{\"sub\":\"x\"},\"key\":\"stranger\"}");

    assertThat(clock.instant()).isEqualTo(IssuerTest.START.plusSeconds(901));
    assertThat(Parsed.claims(Parsed.member(minted, "token")).getSubject()).isEqualTo("x");
  }

  @Test
  @DisplayName("0.3 the clock tells what time it is, for who writes a time into a JWT")
  void tellsTime() {
    assertThat(order("clock", "{\"advance\":0}").body())
        .contains("\"seconds\":" + IssuerTest.START.getEpochSecond());
  }

  @Test
  @DisplayName("0.3 F17.2 + a fixture client's key signs for a tool that cannot sign itself")
  void mintsForClients() {
    JWTClaimsSet claims = Assertions.claims("m2mpkj", server.issuer(), clock.instant()).build();

    HttpResponse<String> minted =
        order("token", "{\"claims\":" + claims + ",\"key\":\"m2mpkj/assertion\"}");

    Map<String, String> request = Assertions.request(Parsed.member(minted, "token"));
    assertThat(Wire.postForm(server.issuer() + "oauth/token", request).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.19 a new key is served before it is used")
  void publishesKeyBeforeUse() throws Exception {
    String old = signer();

    order("keys/publish", "{}");

    assertThat(served()).hasSize(2).contains(old);
    assertThat(signer()).isEqualTo(old);
    String announced = served().stream().filter(kid -> !kid.equals(old)).findFirst().orElseThrow();
    order("keys/rotate", "{}");
    assertThat(signer()).isEqualTo(announced);
    assertThat(served()).containsExactlyInAnyOrder(old, announced);
  }

  @Test
  @DisplayName("2.19 an old key is served until the last token that it signed is dead")
  void keepsOldKey() throws Exception {
    String old = signer();
    order("keys/rotate", "{}");

    clock.advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(served()).contains(old);

    clock.advance(Duration.ofSeconds(1));
    assertThat(served()).hasSize(1).doesNotContain(old);
  }

  @Test
  @DisplayName(
      "0.3 a key that is removed is served no more, and what it signed is refused here, too")
  void removesKey() throws Exception {
    OfflineSpa spa = new OfflineSpa(server.issuer());
    String token = Parsed.member(spa.logIn(), "access_token");
    order("keys/rotate", "{}");
    assertThat(userInfo(token)).isEqualTo(200);

    order("keys/remove", "{}");

    assertThat(userInfo(token)).isEqualTo(401);
    assertThat(userInfo(Parsed.member(spa.logIn(), "access_token"))).isEqualTo(200);
  }

  @Test
  @DisplayName("0.3 only public members are served, whatever becomes of the keys")
  void servesNoPrivateMember() throws Exception {
    order("keys/publish", "{}");
    order("keys/rotate", "{}");
    order("keys/publish", "{}");

    assertThat(keys().getKeys()).hasSize(3).noneMatch(JWK::isPrivate);
  }

  @Test
  @DisplayName("0.3 an outage strikes one path as often as ordered, and then no more")
  void breaksAPathForAWhile() {
    order("outage", "{\"path\":\"/" + JWKS + "\",\"status\":503,\"count\":2}");

    assertThat(get(JWKS)).isEqualTo(503);
    assertThat(get(".well-known/openid-configuration")).isEqualTo(200);
    assertThat(get(JWKS)).isEqualTo(503);
    assertThat(get(JWKS)).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("0.3 − an order that makes no sense is invalid_request")
  @CsvSource(
      delimiter = ';',
      value = {
        "outage; {}",
        "outage; {\"path\":\"/x\",\"status\":200,\"count\":1}",
        "outage; {\"path\":\"/__mock/clock\",\"status\":503,\"count\":1}",
        "clock; {\"advance\":\"soon\"}",
        "token; {}",
        "token; {\"claims\":{},\"key\":\"nobody\"}",
        "token; {\"claims\":{},\"key\":\"nobody/assertion\"}",
        "token; {\"claims\":{},\"key\":\"m2mpkj/pleasure\"}",
        "keys/rotate; no JSON"
      })
  void refusesNonsense(String control, String order) {
    assertThat(order(control, order).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("0.3 − a form, which any web page could send, moves nothing")
  void takesJsonOnly() throws Exception {
    String before = signer();

    HttpResponse<String> answer =
        Wire.postForm(server.issuer() + "__mock/keys/rotate", Map.of("x", "y"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(signer()).isEqualTo(before);
  }

  @Test
  @DisplayName("0.3 the journal tells what was asked and what came of it")
  void keepsJournal() {
    new OfflineSpa(server.issuer()).refresh("bgr_nothing");

    assertThat(journal()).contains("/oauth/token", "\"status\":400", "refresh_token", "spa1");
  }

  @Test
  @DisplayName("0.3 F13.9 − neither the journal nor anything in it holds password, code or token")
  void masksSecrets() throws Exception {
    OfflineSpa spa = new OfflineSpa(server.issuer());
    HttpResponse<String> login = spa.logIn();
    spa.refresh(OfflineSpa.refreshToken(login));
    new OfflineWeb(server.issuer()).newRefreshToken();
    Wire.postForm(
        server.issuer() + "oauth/token",
        Map.of("username", "alice", "password", Fixtures.password("alice"), "client_id", "web1"));

    assertThat(journal())
        .contains("\"password\":[\"…\"]")
        .doesNotContain(Fixtures.password("alice"), Fixtures.clientSecret("web1"))
        .doesNotContain("bgr_", "bgc_", "bga_", "txn_", Requests.VERIFIER)
        .doesNotContainPattern(Leaks.TOKEN);
  }

  @ParameterizedTest
  @DisplayName("0.3 − without controls=on there is none of it")
  @ValueSource(strings = {"keys/rotate", "keys/remove", "keys/publish", "outage", "token", "clock"})
  void isAbsentUnlessAsked(String control) {
    try (MockAuthorizationServer plain =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      String uri = plain.issuer() + "__mock/";

      assertThat(Wire.post(uri + control, "{}", "application/json").statusCode()).isEqualTo(404);
      assertThat(Wire.get(uri + "journal").statusCode()).isEqualTo(404);
    }
  }

  private HttpResponse<String> order(String control, String order) {
    return Wire.post(server.issuer() + "__mock/" + control, order, "application/json");
  }

  private String journal() {
    return Wire.get(server.issuer() + "__mock/journal").body();
  }

  private int get(String path) {
    return Wire.get(server.issuer() + path).statusCode();
  }

  private int userInfo(String token) {
    return Wire.get(server.issuer() + "userinfo", "Authorization", "Bearer " + token).statusCode();
  }

  private JWKSet keys() throws Exception {
    return JWKSet.parse(Wire.get(server.issuer() + JWKS).body());
  }

  private List<String> served() throws Exception {
    return keys().getKeys().stream().map(JWK::getKeyID).toList();
  }

  /** The key that a token issued now is signed with. */
  private String signer() {
    Map<String, String> form =
        Map.of("grant_type", "client_credentials", "audience", Fixtures.NOTES_API);
    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/token",
            form,
            "Authorization",
            Wire.basic("m2m1", Fixtures.clientSecret("m2m1")));
    return Parsed.jwt(Parsed.member(answer, "access_token")).getHeader().getKeyID();
  }
}
