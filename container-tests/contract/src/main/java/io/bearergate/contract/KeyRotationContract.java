package io.bearergate.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** New keys are found without a restart, and made-up ones cost the issuer nothing. */
public abstract class KeyRotationContract extends ContainerContract {

  private static final int FLOOD = 500;

  private TestApi warm(String cooldown) {
    TestApi api =
        api().set(Setting.JWKS_COOLDOWN, cooldown).serving("/*", new Echo("other")).start();
    await().atMost(ofSeconds(5)).until(() -> api.get("/a", api.token()).status() == 200);
    return api;
  }

  @Test
  @DisplayName("RS.3 takes a token of a new key without restart")
  void takesNewKey() {
    try (TestApi api = warm("1s")) {
      api.issuer().add(TestKey.generate("RS256", "key-2"));

      await().atMost(ofSeconds(5)).until(() -> api.get("/a", api.token()).status() == 200);
    }
  }

  @Test
  @DisplayName("RS.3 takes a token of a new algorithm without restart")
  void takesNewAlgorithm() {
    try (TestApi api = warm("1s")) {
      api.issuer().add(TestKey.generate("ES256", "ec-2"));

      await().atMost(ofSeconds(5)).until(() -> api.get("/a", api.token()).status() == 200);
    }
  }

  @Test
  @DisplayName("RS.3 goes on taking tokens of the old key beside the new one")
  void keepsOldKeyBesideNewOne() {
    try (TestApi api = warm("1s")) {
      String old = api.token();
      api.issuer().add(TestKey.generate("RS256", "key-2"));
      await().atMost(ofSeconds(5)).until(() -> api.get("/a", api.token()).status() == 200);

      assertThat(api.get("/a", old).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("RS.3 refuses tokens of a withdrawn key once the new set is fetched")
  void refusesWithdrawnKey() {
    try (TestApi api = warm("1s")) {
      String old = api.token();
      TestKey withdrawn = api.issuer().key();
      api.issuer().add(TestKey.generate("RS256", "key-2"));
      api.issuer().remove(withdrawn);
      await().atMost(ofSeconds(5)).until(() -> api.get("/a", api.token()).status() == 200);

      Refusal.C1.isGivenBy(api.get("/a", old));
    }
  }

  @Test
  @DisplayName("RS.3 a flood of unknown kids asks the issuer at most once an interval")
  void asksIssuerOnceForFlood() {
    try (TestApi api = warm("60s");
        RawConnection connection = RawConnection.to(api.base())) {
      int before = api.issuer().jwksFetches();
      TestKey key = TestKey.generate("ES256", "x");

      for (int i = 0; i < FLOOD; i++) {
        String kid = "made-up-" + i;
        String token = api.token(t -> t.signedWith(key.as("ES256", kid)));
        Refusal.C1.isGivenBy(connection.send(RawRequest.get("/a").bearer(token)));
      }

      assertThat(api.issuer().jwksFetches() - before).isLessThanOrEqualTo(1);
    }
  }
}
