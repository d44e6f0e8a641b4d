package io.bearergate.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * From web.xml to the end: how a filter starts, lives beside another, and leaves nothing behind.
 */
public abstract class LifecycleContract extends ContainerContract {

  private final TestIssuer issuer = TestIssuer.start();

  @AfterAll
  void stopIssuer() {
    issuer.close();
  }

  private Map<String, String> initParams() {
    return Map.of(
        "issuer",
        issuer.issuer(),
        "audience",
        TestApi.AUDIENCE,
        "startup",
        "wait",
        "rules",
        "/public/** open\n/** token");
  }

  private WebApp declared(Map<String, String> initParams) {
    return WebApp.empty()
        .filter("api", new BearergateFilter(), initParams)
        .servlet("/*", new Echo("other"));
  }

  private String token() {
    return issuer.token(t -> t.audience(TestApi.AUDIENCE));
  }

  private Answer get(URI server, String token) {
    return RawConnection.exchange(server, RawRequest.get("/a").bearer(token));
  }

  @Test
  void takesSettingsFromInitParams() {
    ServletContainer container = newContainer();
    try {
      URI server = container.start(declared(initParams()));

      assertThat(get(server, token()).told("principal")).isEqualTo("alice");
      Refusal.C1.isGivenBy(get(server, "a.b.c"));
    } finally {
      container.stop();
    }
  }

  @Test
  void showsTheHealthOfItsKeysToTheApplication() {
    ServletContainer container = newContainer();
    try {
      URI server = container.start(declared(initParams()).servlet("/public/*", keyHealth("api")));

      assertThat(askHealth(server)).isEqualTo("GOOD 1 " + issuer.issuer());
      container.redeploy();
      assertThat(askHealth(server)).isEqualTo("GOOD 1 " + issuer.issuer());
    } finally {
      container.stop();
    }
  }

  @Test
  void showsNoHealthOfAFilterThatIsNotThere() {
    ServletContainer container = newContainer();
    try {
      URI server = container.start(declared(initParams()).servlet("/public/*", keyHealth("other")));

      assertThat(askHealth(server)).isEmpty();
    } finally {
      container.stop();
    }
  }

  private static Handler keyHealth(String filterName) {
    return (request, response) ->
        BearergateFilter.gate(request.getServletContext(), filterName).stream()
            .flatMap(gate -> gate.keyHealth().stream())
            .map(health -> health.state() + " " + health.keys() + " " + health.issuer())
            .forEach(line -> response.setHeader("Key-Health", line));
  }

  private static String askHealth(URI server) {
    return RawConnection.exchange(server, RawRequest.get("/public/keys")).header("Key-Health");
  }

  @Test
  void servesAgainAfterRedeployment() {
    ServletContainer container = newContainer();
    try {
      URI server = container.start(declared(initParams()));
      container.redeploy();

      assertThat(get(server, token()).told("principal")).isEqualTo("alice");
    } finally {
      container.stop();
    }
  }

  @Test
  void keepsApplicationFromStartingWithoutIssuer() {
    refusesToStart(Map.of("audience", TestApi.AUDIENCE));
  }

  @Test
  void keepsApplicationFromStartingWithUnknownSetting() {
    refusesToStart(
        Map.of("issuer", issuer.issuer(), "audience", TestApi.AUDIENCE, "isuer", "typing error"));
  }

  @Test
  void keepsApplicationFromStartingWithSymmetricAlgorithm() {
    refusesToStart(
        Map.of("issuer", issuer.issuer(), "audience", TestApi.AUDIENCE, "algorithms", "HS256"));
  }

  private void refusesToStart(Map<String, String> initParams) {
    ServletContainer container = newContainer();
    try {
      assertThatThrownBy(() -> container.start(declared(initParams)))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      container.stop();
    }
  }

  @Test
  void leavesNoThreadBehind() {
    ServletContainer container = newContainer();
    URI server = container.start(declared(initParams()));
    assertThat(get(server, token()).status()).isEqualTo(200);

    container.stop();

    await().atMost(ofSeconds(5)).until(() -> OwnThreads.names().isEmpty());
  }

  @Test
  void leavesNoThreadBehindWhenRedeployedOften() {
    ServletContainer container = newContainer();
    URI server = container.start(declared(initParams()));
    for (int i = 0; i < 5; i++) {
      container.redeploy();
    }
    assertThat(get(server, token()).status()).isEqualTo(200);
    assertThat(OwnThreads.names()).hasSizeLessThanOrEqualTo(3);

    container.stop();

    await().atMost(ofSeconds(5)).until(() -> OwnThreads.names().isEmpty());
  }

  @Test
  void decidesTwiceWhereTwoFiltersStand() {
    TestApi.Plan inner = api().rules("/a/** scope admin\n/** token");
    try (TestApi api =
        api()
            .believing(inner.issuer())
            .app(app -> app.filter("inner", inner.filter(), Map.of()))
            .serving("/*", new Echo("other"))
            .start()) {
      String forOuter = api.tokenWith("admin");
      String forBoth = inner.issuer().token(t -> t.audience(TestApi.AUDIENCE).scope("admin"));
      String lacking = inner.issuer().token(t -> t.audience(TestApi.AUDIENCE));

      Refusal.C1.isGivenBy(api.get("/a", forOuter));
      Refusal.C2_ADMIN.isGivenBy(api.get("/a", lacking));
      assertThat(api.get("/a", forBoth).status()).isEqualTo(200);
      assertThat(inner.events().decisions()).isEqualTo(3);
    } finally {
      inner.issuer().close();
    }
  }

  /** Each judges what the other leaves open, and both what is below /both. */
  private WebApp declaredTwice(Map<String, String> besides) {
    Map<String, String> one = new HashMap<>(initParams());
    one.putAll(besides);
    Map<String, String> two = new HashMap<>(one);
    one.put("rules", "/two/** open\n/** token");
    two.put("rules", "/one/** open\n/** token");
    return WebApp.empty()
        .filter("one", new BearergateFilter(), one)
        .filter("two", new BearergateFilter(), two)
        .servlet("/*", new Echo("other"));
  }

  @Test
  void endsASessionAtEachFilterOfAnApplication() {
    ServletContainer container = newContainer();
    try {
      URI server =
          container.start(
              declaredTwice(
                  Map.of(
                      "max-token-age",
                      "1h",
                      "back-channel-logout",
                      "/logout",
                      "back-channel-logout-clients",
                      "web")));
      String token = issuer.token(t -> t.audience(TestApi.AUDIENCE).claim("sid", "over"));
      RawRequest atTwo = RawRequest.get("/two/a").bearer(token);
      assertThat(RawConnection.exchange(server, atTwo).status()).isEqualTo(200);

      assertThat(RawConnection.exchange(server, logout("over")).status()).isEqualTo(200);

      Refusal.C1.isGivenBy(RawConnection.exchange(server, atTwo));
      Refusal.C1.isGivenBy(RawConnection.exchange(server, RawRequest.get("/one/a").bearer(token)));
    } finally {
      container.stop();
    }
  }

  private RawRequest logout(String session) {
    String token =
        issuer.token(
            t ->
                t.header("typ", "logout+jwt")
                    .audience("web")
                    .claim("jti", session)
                    .claim("sid", session)
                    .claim(
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
    return RawRequest.of("POST", "/logout")
        .body("application/x-www-form-urlencoded", "logout_token=" + token);
  }

  @Test
  void letsOneProofPassTwoFiltersAndNoSecondTime() {
    ServletContainer container = newContainer();
    try {
      URI server = container.start(declaredTwice(Map.of()));
      TestKey holder = TestKey.generate("ES256", "holder");
      String token = issuer.token(t -> t.audience(TestApi.AUDIENCE).boundTo(holder));
      String proof = TestProof.of(holder, "GET", server + "/both", token, Instant.now()).compact();
      RawRequest request =
          RawRequest.get("/both").header("Authorization", "DPoP " + token).header("DPoP", proof);

      assertThat(RawConnection.exchange(server, request).status()).isEqualTo(200);
      Refusal.C4.isGivenBy(RawConnection.exchange(server, request));
    } finally {
      container.stop();
    }
  }
}
