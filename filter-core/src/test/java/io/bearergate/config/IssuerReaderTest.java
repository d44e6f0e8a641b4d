package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.keys.KeyLocation;
import io.bearergate.token.Audience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerReaderTest {

  private static final String JWKS = "{\"keys\":[{\"kty\":\"EC\"}]}";
  private static final String PEM = "-----BEGIN PUBLIC KEY-----\nAA\n-----END PUBLIC KEY-----";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://issuer.example.com",
        "https://issuer.example.com/",
        "https://Issuer.example.com:8443/a/B",
        "http://127.0.0.1:9400/",
        "http://127.9.255.1/",
        "http://[::1]:9400/",
        "http://localhost:9400/realms/x",
      })
  void keepsTheIssuerCharacterForCharacter(String issuer) {
    assertThat(TestConfig.valid().initParam("issuer", issuer).read().issuers())
        .extracting(TrustedIssuer::identifier, one -> one.rules().audience(), TrustedIssuer::keys)
        .containsExactly(tuple(issuer, Audience.of(Set.of("api")), new KeyLocation.Discovered()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuer.example.com | is not a URL",
        "ftp://issuer.example.com | is not a URL",
        "https:// | is not a URL",
        "https:/x | names no host",
        "https://under_score/ | names no host",
        "https://a b/ | white space",
        "http://issuer.example.com/ | is plain http",
        "http://127.0.0.1.evil.com/ | is plain http",
        "http://127.1/ | names no host",
        "http://127.0.0.256/ | names no host",
        "http://localhost.evil.com/ | is plain http",
        "http://10.0.0.1/ | is plain http",
        "http://0.0.0.0/ | is plain http",
        "https://issuer.example.com/?a=b | holds a query",
        "https://issuer.example.com/#a | holds a fragment",
        "https://issuer.example.com:99999/ | a port that is none",
        "https://a.example.com/,, https://b.example.com/ | nothing before or after a comma",
        "https://a.example.com/, https://a.example.com/ | the same value twice",
        "https://a.example.com/, http://b.example.com/ | is plain http",
      })
  void refusesAnIssuerThatIsNone(String issuer, String problem) {
    assertThat(TestConfig.valid().initParam("issuer", issuer).problem())
        .startsWith("issuer \"" + issuer + "\" (web.xml, filter \"api\") ")
        .contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "jwks-uri", "metadata-uri"})
  void printsNoPasswordOfAnAddress(String key) {
    assertThat(TestConfig.valid().initParam(key, "https://me:s3cr3t@issuer.example.com/").problem())
        .contains("\"https://(hidden)@issuer.example.com/\"")
        .contains("holds user information")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://s3cr3t@proxy",
        "me:s3cr3t@proxy:80",
        "http://me:s3/cr3t@proxy",
        "http://me:cr3t@s3@proxy:80",
        "http://me:cr3t s3@proxy:80",
        "me:s3/cr3t@proxy:80"
      })
  void printsNoPasswordOfWhateverElseHoldsOne(String proxy) {
    assertThat(TestConfig.valid().initParam("proxy", proxy).problem())
        .contains("(hidden)@proxy")
        .doesNotContain("s3");
  }

  @Test
  void believesSeveralIssuers() {
    String both = "https://a.example.com/,\n  https://b.example.com/";

    assertThat(TestConfig.valid().initParam("issuer", both).read().issuers())
        .extracting(TrustedIssuer::identifier)
        .containsExactly("https://a.example.com/", "https://b.example.com/");
  }

  @ParameterizedTest
  @CsvSource({"jwks-uri, https://a/keys", "metadata-uri, https://a/m", "jwks, classpath:keys"})
  void refusesOnePlaceOfKeysForSeveralIssuers(String key, String value) {
    TestConfig config =
        TestConfig.valid().resource("keys", JWKS).initParam("issuer", "https://a/,https://b/");

    assertThat(config.initParam(key, value).problem())
        .contains(key + " \"" + value + "\"")
        .contains("is for one issuer, and issuer names several");
  }

  @ParameterizedTest
  @CsvSource({"jwks, jwks-uri", "jwks, metadata-uri", "jwks-uri, metadata-uri"})
  void refusesTwoPlacesOfKeys(String one, String other) {
    TestConfig config = TestConfig.valid().resource("keys", JWKS);

    config.initParam(one, one.equals("jwks") ? "classpath:keys" : "https://a/x");

    assertThat(config.initParam(other, "https://a/y").problem())
        .contains("cannot stand together with " + one);
  }

  @Test
  void readsWhereKeysAreFetched() {
    assertThat(keys(TestConfig.valid().initParam("jwks-uri", "https://a/keys?x=y")))
        .isEqualTo(new KeyLocation.Jwks(URI.create("https://a/keys?x=y")));
    assertThat(keys(TestConfig.valid().initParam("metadata-uri", "http://localhost/m")))
        .isEqualTo(new KeyLocation.Metadata(URI.create("http://localhost/m")));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/keys, is plain http",
    "https://a/k#x, holds a fragment",
    "keys, is not a URL"
  })
  void refusesAPlaceOfKeysThatIsNotSafe(String address, String problem) {
    assertThat(TestConfig.valid().initParam("jwks-uri", address).problem()).contains(problem);
    assertThat(TestConfig.valid().initParam("metadata-uri", address).problem()).contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {JWKS, PEM})
  void readsKeysFromTheTextAClassPathResourceOrAFile(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("keys"), text + "\n");

    KeyLocation expected = new KeyLocation.Text(text);

    assertThat(keys(TestConfig.valid().initParam("jwks", text))).isEqualTo(expected);
    assertThat(keys(TestConfig.valid().initParam("jwks", file.toString()))).isEqualTo(expected);
    assertThat(keys(TestConfig.valid().resource("a/k", text).initParam("jwks", "classpath:/a/k")))
        .isEqualTo(expected);
  }

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nowhere/keys.json | cannot be read",
        "classpath:nowhere | cannot be read",
        "classpath:page | holds neither a JWKS nor PEM blocks",
        "classpath:private | holds a private key",
        "{} | holds neither a JWKS nor PEM blocks",
      })
  void refusesKeysThatAreNone(String jwks, String problem) {
    TestConfig config =
        TestConfig.valid()
            .resource("page", "<html>")
            .resource("private", "-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----");

    assertThat(config.initParam("jwks", jwks).problem()).startsWith("jwks ").contains(problem);
  }

  @Test
  void printsNoKeyText() {
    String key = "-----BEGIN PRIVATE KEY-----\ns3cr3t\n-----END PRIVATE KEY-----";

    assertThat(TestConfig.valid().initParam("jwks", key).problem())
        .startsWith("jwks (keys) (web.xml")
        .doesNotContain("s3cr3t");
  }

  @Test
  void takesSeveralAudiences() {
    assertThat(audience("https://api.example.com, api ,API"))
        .isEqualTo(Audience.of(Set.of("https://api.example.com", "api", "API")));
  }

  @Test
  void leavesTheAudienceUncheckedOnlyWhereThatIsSaid() {
    GateConfig config = TestConfig.valid().initParam("audience", "unchecked").read();

    assertThat(config.issuers().get(0).rules().audience()).isEqualTo(Audience.ofAnybody());
    assertThat(config.report().warnings())
        .containsExactly(
            "audience=unchecked (web.xml, filter \"api\"): tokens meant for any API are taken");
    assertThat(audience("Unchecked")).isEqualTo(Audience.of(Set.of("Unchecked")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unchecked, api | names unchecked beside other values",
        "api, | nothing before or after a comma",
        "a b | white space within a value",
        "a, a | the same value twice",
      })
  void refusesAnAudienceThatMayNotBeMeant(String audience, String problem) {
    assertThat(TestConfig.valid().initParam("audience", audience).problem()).contains(problem);
  }

  private static Audience audience(String text) {
    return TestConfig.valid()
        .initParam("audience", text)
        .read()
        .issuers()
        .get(0)
        .rules()
        .audience();
  }

  private static KeyLocation keys(TestConfig config) {
    return config.read().issuers().get(0).keys();
  }
}
