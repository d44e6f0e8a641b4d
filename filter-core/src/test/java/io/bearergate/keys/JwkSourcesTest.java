package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSourcesTest {

  private static JwkSources sources() {
    return new JwkSources(TestJwks.rules(), GateListener.NONE);
  }

  @Test
  void discoversKeysOfARealIssuerAndFollowsItsRotation() {
    try (TestIssuer issuer = TestIssuer.start();
        JwkSources sources = sources()) {
      JwkSource source = sources.open(issuer.issuer(), new KeyLocation.Discovered());

      assertThat(sources.awaitKeys(Duration.ofSeconds(10))).isTrue();
      assertThat(TestJwks.verifies(source, issuer.key(), "key-1")).isTrue();

      TestKey next = issuer.add(TestKey.generate("ES256", "key-2"));
      assertThat(TestJwks.verifies(source, next, "key-2")).isTrue();
      assertThat(issuer.jwksFetches()).isEqualTo(2);
    }
  }

  @Test
  void triesAgainByItselfUntilAnIssuerComesUp() {
    RawServer reserved = RawServer.plain("", "");
    URI address = URI.create(reserved.uri().toString().replace("localhost", "127.0.0.1"));
    reserved.close();
    try (JwkSources sources = sources()) {
      sources.open("issuer", new KeyLocation.Jwks(address));
      assertThat(sources.awaitKeys(Duration.ofMillis(50))).isFalse();

      String jwks = TestJwks.of(TestJwks.EC);
      String answer = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s";
      try (RawServer up =
          RawServer.plainAt(address.getPort(), answer.formatted(jwks.length(), jwks))) {
        assertThat(sources.awaitKeys(Duration.ofSeconds(10))).isTrue();
        assertThat(up.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void runsOneTimerForAllIssuersAndEndsItOnClose() {
    try (TestIssuer issuer = TestIssuer.start()) {
      JwkSources sources = sources();
      for (int i = 0; i < 5; i++) {
        sources.open(issuer.issuer(), new KeyLocation.Jwks(issuer.jwksUri()));
      }
      assertThat(sources.awaitKeys(Duration.ofSeconds(10))).isTrue();
      Awaitility.await()
          .untilAsserted(() -> assertThat(TestThreads.ours()).containsExactly("bearergate-timer"));

      sources.close();
      sources.close();

      assertThat(TestThreads.ours()).isEmpty();
      assertThatIllegalStateException()
          .isThrownBy(() -> sources.open("i", new KeyLocation.Text(issuer.jwks())));
    }
  }

  @Test
  void closesOneSourceAndKeepsTheOthersFresh() {
    try (TestIssuer issuer = TestIssuer.start();
        JwkSources sources = sources()) {
      JwkSource one = sources.openForTenant("one", new KeyLocation.Jwks(issuer.jwksUri()));
      JwkSource fixed = sources.openForTenant("fixed", new KeyLocation.Text(issuer.jwks()));
      sources.openForTenant("other", new KeyLocation.Jwks(issuer.jwksUri()));
      assertThat(sources.awaitKeys(Duration.ofSeconds(10))).isTrue();

      sources.close(one);
      sources.close(fixed);
      sources.close(one);

      assertThat(sources.health()).extracting(KeyHealth::issuer).containsExactly("other");
      TestKey next = issuer.add(TestKey.generate("ES256", "key-2"));
      assertThat(one.keysFor("key-2", JwsAlgorithm.ES256)).isNotInstanceOf(KeyLookup.Found.class);
      assertThat(next.keyId()).isEqualTo("key-2");
      assertThat(issuer.jwksFetches()).isEqualTo(2);
    }
  }

  @Test
  void runsNothingOnceClosed() {
    JwkSources sources = sources();
    sources.close();

    assertThat(sources.start("task", () -> {})).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> sources.openForTenant("i", new KeyLocation.Discovered()));
  }

  @Test
  void startsDaemonsWithoutContextClassLoader() {
    try (RawServer hanging = RawServer.plain("", "");
        JwkSources sources = sources()) {
      sources.open("issuer", new KeyLocation.Jwks(hanging.uri()));

      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("bearergate-"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon)
          .allMatch(thread -> thread.getContextClassLoader() == null);
    }
  }

  @Test
  void stopsWaitingForKeysWhenClosed() {
    try (RawServer hanging = RawServer.plain("", "")) {
      JwkSources sources = sources();
      sources.open("issuer", new KeyLocation.Jwks(hanging.uri()));
      Thread closer = new Thread(sources::close);

      closer.start();

      assertThat(sources.awaitKeys(Duration.ofSeconds(10))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://as.example/",
        "as.example",
        "urn:as",
        "https://",
        "https:///x",
        "ftp://as.example/",
        "https://user@as.example/",
        "https://as.example/?a=b",
        "https://as.example/#f",
        "::",
        "",
        "http://127.0.0.1.nip.io/",
        "http://0.0.0.0/",
        "http://localhost.example/"
      })
  void refusesIssuerThatCannotBeDiscovered(String issuer) {
    try (JwkSources sources = sources()) {
      assertThatThrownBy(() -> sources.open(issuer, new KeyLocation.Discovered()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesPlainAddressesOffTheLoopback() {
    URI plain = URI.create("http://as.example/jwks");
    try (JwkSources sources = sources()) {
      assertThatThrownBy(() -> sources.open("i", new KeyLocation.Jwks(plain)))
          .hasMessageContaining("https");
      assertThatThrownBy(() -> sources.open("i", new KeyLocation.Metadata(plain)))
          .hasMessageContaining("https");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost/", "http://127.1.2.3:80/", "http://[::1]/", "HTTPS://A/"})
  void acceptsTheLoopbackAndHttps(String address) {
    assertThat(Origin.of(URI.create(address))).isPresent();
  }
}
