package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.event.GateListener;
import io.bearergate.test.TestKey;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedJwksTest extends JwkSourceContract {

  @Override
  JwkSource sourceOf(String text) {
    try (JwkSources sources = new JwkSources(TestJwks.rules(), GateListener.NONE)) {
      return sources.open("https://issuer.example/", new KeyLocation.Text(text));
    }
  }

  private static String pem(TestKey... keys) {
    StringBuilder pem = new StringBuilder("# the keys of staging\n");
    for (TestKey key : keys) {
      String der = Base64.getMimeEncoder().encodeToString(key.pair().getPublic().getEncoded());
      pem.append("-----BEGIN PUBLIC KEY-----\n" + der + "\n-----END PUBLIC KEY-----\n");
    }
    return pem.toString();
  }

  @Test
  void offersPemKeysToTokensOfAnyId() {
    JwkSource source = sourceOf(pem(TestJwks.RSA, TestJwks.EC, TestJwks.ED));

    for (TestKey key : new TestKey[] {TestJwks.RSA, TestJwks.EC, TestJwks.ED}) {
      assertThat(TestJwks.verifies(source, key, null)).isTrue();
      assertThat(TestJwks.verifies(source, key, "whatever")).isTrue();
    }
  }

  @Test
  void warnsOfMorePemKeysThanAreTried() {
    TestKey[] keys = Collections.nCopies(5, TestJwks.RSA).toArray(TestKey[]::new);

    try (CapturedLog log = new CapturedLog()) {
      sourceOf(pem(keys));

      assertThat(log.warnings()).singleElement().asString().contains("only the first 4 are tried");
    }
  }

  @Test
  void offersPemKeyToEveryAlgorithmOfItsType() {
    JwkSource source = sourceOf(pem(TestJwks.RSA));

    assertThat(TestJwks.verifies(source, TestJwks.RSA.as("PS512", ""), null)).isTrue();
    assertThat(source.keysFor(null, JwsAlgorithm.ES256)).isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void readsKeyOutOfCertificate() {
    TestCertificate certificate = TestCertificate.selfSigned("localhost");

    KeyLookup found = sourceOf(certificate.pem()).keysFor("any", JwsAlgorithm.ES256);

    assertThat(found).isInstanceOf(KeyLookup.Found.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "hello",
        "<html></html>",
        "null",
        "[]",
        "/etc/keys.json",
        "\u0000",
        "{",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":[]}",
        "{\"keys\":[1,null,[]]}",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
      })
  void refusesTextWithoutUsableKey(String text) {
    assertThatThrownBy(() -> sourceOf(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhyEachKeyIsRefusedAndPrintsNone() {
    Map<String, Object> secret = TestJwks.jwk(TestJwks.RSA, "d", "c2VjcmV0LW1hdGVyaWFs");
    Map<String, Object> weak = TestKey.generate("RS256", "weak-id", 1024).publicJwk();

    assertThatThrownBy(() -> sourceOf(TestJwks.ofMembers(secret, weak)))
        .hasMessageContaining("key 1 has private or symmetric members")
        .hasMessageContaining("key 2 is RSA of 1024 bit")
        .hasMessageNotContainingAny("c2VjcmV0", "weak-id", (String) weak.get("n"));
  }

  @Test
  void refusesPrivateKeyInPem() {
    String pem = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";

    assertThatThrownBy(() -> sourceOf(pem))
        .hasMessageContaining("is private")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void startsNoThread() {
    try (JwkSources sources = new JwkSources(TestJwks.rules(), GateListener.NONE)) {
      sources.open("i", new KeyLocation.Text(TestJwks.of(TestJwks.RSA)));

      assertThat(sources.awaitKeys(java.time.Duration.ZERO)).isTrue();
      assertThat(TestThreads.ours()).isEmpty();
    }
  }
}
