package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.introspection.IntrospectionClient;
import io.bearergate.introspection.IntrospectionRules;
import io.bearergate.keys.TestCertificate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrospectionReaderTest {

  private static final String URI = "https://issuer.example.com/introspect";

  @Test
  void asksAboutNoTokenByDefault() {
    assertThat(TestConfig.valid().read().issuers().get(0).introspection()).isEmpty();
  }

  @Test
  void asksAboutOpaqueTokensWithASecret() {
    IntrospectionRules rules = rules(asked());

    assertThat(rules.issuer()).isEqualTo("https://issuer.example.com/");
    assertThat(rules.address()).hasToString(URI);
    assertThat(rules.client()).isEqualTo(new IntrospectionClient.Secret("api", "s3cr3t"));
    assertThat(rules.client().toString()).doesNotContain("s3cr3t");
    assertThat(rules.everyToken()).isFalse();
    assertThat(rules.signed()).isFalse();
    assertThat(rules.kept()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void provesItselfByTheCertificateOfKeyStore() {
    TestCertificate own = TestCertificate.selfSigned("one.example");
    TestConfig config =
        asked()
            .without("introspection-client-secret")
            .resource("own.pem", own.pem() + own.keyPem())
            .initParam("key-store", "classpath:own.pem");

    assertThat(rules(config).client()).isEqualTo(new IntrospectionClient.Certificate("api"));
  }

  @Test
  void asksInABlockOfItsOwn() {
    GateConfig config =
        TestConfig.valid()
            .initParam("issuers.old.issuer", "https://old.example.com/")
            .initParam("issuers.old.audience", "api")
            .initParam("issuers.old.introspection-uri", URI)
            .initParam("issuers.old.introspection-client-id", "api")
            .initParam("issuers.old.introspection-client-secret", "s3cr3t")
            .read();

    assertThat(config.issuers()).filteredOn(one -> one.introspection().isPresent()).hasSize(1);
  }

  @Test
  void takesASecretFromTheEnvironmentOfAllFilters() {
    TestConfig config =
        asked()
            .without("introspection-client-secret")
            .env("BEARERGATE_INTROSPECTION_CLIENT_SECRET", "s3cr3t");

    assertThat(rules(config).client()).isInstanceOf(IntrospectionClient.Secret.class);
  }

  @Test
  void takesNoAddressFromTheEnvironmentOfAllFilters() {
    TestConfig config =
        asked().without("introspection-uri").env("BEARERGATE_INTROSPECTION_URI", URI);

    assertThat(config.problem()).contains("is for every filter of this JVM");
  }

  @Test
  void refusesTwoIssuersToAsk() {
    TestConfig config =
        asked()
            .initParam("issuers.old.issuer", "https://old.example.com/")
            .initParam("issuers.old.audience", "api")
            .initParam("issuers.old.introspection-uri", URI)
            .initParam("issuers.old.introspection-client-id", "api")
            .initParam("issuers.old.introspection-client-secret", "s3cr3t");

    assertThat(config.problem())
        .contains("issuers.old.introspection-uri")
        .contains("cannot stand together with introspection-uri")
        .doesNotContain("s3cr3t");
  }

  @Test
  void refusesOneAddressForSeveralIssuers() {
    assertThat(
            asked().initParam("issuer", "https://a.example.com/, https://b.example.com/").problem())
        .contains("introspection-uri")
        .contains("is for one issuer, and issuer names several");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example.com/introspect",
        "ftp://issuer.example.com/",
        "https://user:pw@issuer.example.com/",
        "/introspect"
      })
  void refusesAnAddressThatNobodyMayBeAskedAt(String address) {
    assertThat(asked().initParam("introspection-uri", address).problem())
        .startsWith("introspection-uri");
  }

  @Test
  void takesPlainHttpOnTheLoopback() {
    assertThat(asked().initParam("introspection-uri", "http://127.0.0.1:9400/i").problems())
        .isEmpty();
  }

  @Test
  void refusesToAskWithoutProofOfWhoAsks() {
    assertThat(asked().without("introspection-client-secret").problem())
        .contains("is asked without proof of who we are")
        .contains("introspection-client-secret, introspection-client-key and key-store");
  }

  @Test
  void refusesTwoProofsOfWhoAsks() {
    assertThat(asked().initParam("introspection-client-key", "k3y").problem())
        .contains("introspection-client-key (hidden)")
        .contains("cannot stand together with introspection-client-secret")
        .doesNotContain("k3y");
  }

  @Test
  void refusesToAskWithoutAName() {
    assertThat(asked().without("introspection-client-id").problem())
        .startsWith("introspection-client-id is missing. Set it to the client_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
  void refusesAKeyThatIsNone(String key) {
    TestConfig config =
        asked().without("introspection-client-secret").initParam("introspection-client-key", key);

    assertThat(config.problem())
        .startsWith("introspection-client-key (hidden)")
        .doesNotContain(key);
  }

  @ParameterizedTest
  @CsvSource({
    "introspection-client-id, api",
    "introspection-client-secret, s3cr3t",
    "introspection-client-key, k3y",
    "introspection-cache, 1m",
    "introspection-answers, jwt",
    "introspection, all"
  })
  void refusesWhatIsNothingWithoutAnAddress(String key, String value) {
    assertThat(TestConfig.valid().initParam(key, value).problem())
        .startsWith(key)
        .contains("is nothing without introspection-uri. Set that too.");
  }

  @ParameterizedTest
  @CsvSource({
    "introspection-cache, 2h",
    "introspection-cache, soon",
    "introspection-answers, xml",
    "introspection, jwt"
  })
  void refusesOtherValues(String key, String value) {
    assertThat(asked().initParam(key, value).problem()).startsWith(key + " \"" + value + "\"");
  }

  @Test
  void asksAboutJwtsOnlyWhereThereIsOneIssuer() {
    assertThat(asked().initParam("introspection", "all").problems()).isEmpty();
    assertThat(
            asked()
                .initParam("introspection", "all")
                .initParam("issuers.old.issuer", "https://old.example.com/")
                .initParam("issuers.old.audience", "api")
                .problem())
        .startsWith("introspection \"all\"")
        .contains("asks this issuer about the tokens of others");
  }

  private static TestConfig asked() {
    return TestConfig.valid()
        .initParam("introspection-uri", URI)
        .initParam("introspection-client-id", "api")
        .initParam("introspection-client-secret", "s3cr3t");
  }

  private static IntrospectionRules rules(TestConfig config) {
    return config.read().issuers().get(0).introspection().orElseThrow();
  }
}
