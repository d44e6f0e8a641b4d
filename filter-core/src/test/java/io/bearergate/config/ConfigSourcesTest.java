package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSourcesTest {

  /** From the most binding to the least. */
  private static final List<Consumer<TestConfig>> REALMS =
      List.of(
          config -> config.env("BEARERGATE_API_REALM", "0"),
          config -> config.sys("bearergate.api.realm", "1"),
          config -> config.env("BEARERGATE_REALM", "2"),
          config -> config.sys("bearergate.realm", "3"),
          config -> config.initParam("realm", "4"),
          config -> config.annotation("realm", "5"),
          config -> config.file("realm = 6"));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void goesByTheMostBindingSource(int first) {
    TestConfig config = TestConfig.valid();
    REALMS.subList(first, REALMS.size()).forEach(realm -> realm.accept(config));

    assertThat(config.read().realm()).isEqualTo(String.valueOf(first));
  }

  @Test
  void fallsBackOnTheDefault() {
    assertThat(TestConfig.valid().read().realm()).isEqualTo("api");
  }

  @Test
  void makesTheEnvironmentNameOfAnyFilterName() {
    TestConfig config = TestConfig.valid().filterName("my api.v2");

    assertThat(config.env("BEARERGATE_MY_API_V2_JWKS_COOLDOWN", "9s").read().keys().cooldown())
        .hasSeconds(9);
  }

  @Test
  void takesEverythingFromTheFileAlone() {
    GateConfig config =
        TestConfig.empty()
            .file(
                "issuer = https://issuer.example.com/",
                "audience = api",
                "rules = /a open\\n\\",
                "  /** token")
            .read();

    assertThat(config.policy()).hasToString("/a open\n/** token");
  }

  @Test
  void refusesAFileThatIsNone() {
    assertThat(TestConfig.valid().file("realm = \\u00zz").problem())
        .contains("bearergate.properties cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "BEARERGATE_JWKS_URI, https://other.example.com/keys",
    "BEARERGATE_METADATA_URI, https://other.example.com/metadata",
  })
  void refusesKeysForAllBesideAnIssuerOfOnesOwn(String name, String value) {
    assertThat(TestConfig.valid().env(name, value).problem())
        .contains("is for every filter of this JVM, while issuer is this application's own");
  }

  @Test
  void takesKeysForThisFilterAloneBesideAnIssuerOfOnesOwn() {
    TestConfig config =
        TestConfig.valid().env("BEARERGATE_API_JWKS_URI", "https://other.example.com/keys");

    assertThat(config.read().issuers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "typ, strict, BEARERGATE_TYP, any",
    "clients, web1, BEARERGATE_CLIENTS, web2",
    "id-tokens, refused, BEARERGATE_ID_TOKENS, accepted",
    "max-token-age, 5m, BEARERGATE_MAX_TOKEN_AGE, 1d",
    "audience-claim, aud, BEARERGATE_AUDIENCE_CLAIM, azp",
    "scope-claim, scp, BEARERGATE_SCOPE_CLAIM, scope",
    "role-claim, realm_access.roles, BEARERGATE_ROLE_CLAIM, groups",
    "permission-claim, permissions, BEARERGATE_PERMISSION_CLAIM, scope",
    "client-claim, azp, BEARERGATE_CLIENT_CLAIM, appid",
    "principal-claim, sub, BEARERGATE_PRINCIPAL_CLAIM, nickname",
    "dpop, required, BEARERGATE_DPOP, allowed",
    "dpop-algorithms, ES256, BEARERGATE_DPOP_ALGORITHMS, RS256",
    "public-url, https://own.example.com, BEARERGATE_PUBLIC_URL, https://other.example.com",
    "mtls, off, BEARERGATE_MTLS, container",
    "encrypted-tokens, required, BEARERGATE_ENCRYPTED_TOKENS, allowed",
    "jwks-uri, https://own.example.com/keys, BEARERGATE_JWKS_URI, https://other.example.com/keys"
  })
  void refusesAValueForAllThatLoosensOnesOwn(String key, String own, String name, String value) {
    assertThat(TestConfig.valid().initParam(key, own).env(name, value).problem())
        .contains("would replace \"" + own + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, BEARERGATE_ISSUER, https://other.example.com/",
    "audience, BEARERGATE_AUDIENCE, other",
  })
  void refusesAValueForAllThatReplacesOnesOwn(String key, String name, String value) {
    assertThat(TestConfig.valid().env(name, value).problem())
        .startsWith(key + " \"" + value + "\" (env " + name + ") is for every filter of this JVM")
        .contains("would replace \"")
        .contains("BEARERGATE_API_" + key.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({"rules, /** deny", "algorithms, RS256", "audience, x"})
  void refusesASystemPropertyForAllThatReplacesAnAnnotationMember(String key, String value) {
    TestConfig config =
        TestConfig.valid()
            .without("audience")
            .annotation("audience", "api")
            .annotation("rules", "/** token")
            .annotation("algorithms", "ES256");

    assertThat(config.sys("bearergate." + key, value).problem())
        .contains("(-Dbearergate." + key + ") is for every filter of this JVM")
        .contains("(@ProtectedApi)");
  }

  @Test
  void takesAValueForAllThatSaysTheSame() {
    TestConfig config = TestConfig.valid().initParam("audience", " ${env.AUD}\n").env("AUD", "api");

    assertThat(config.env("BEARERGATE_AUDIENCE", "api").problems()).isEmpty();
  }

  @Test
  void takesAValueForAllThatOneForThisFilterReplaces() {
    TestConfig config = TestConfig.valid().env("BEARERGATE_AUDIENCE", "other");

    assertThat(
            config
                .env("BEARERGATE_API_AUDIENCE", "mine")
                .read()
                .issuers()
                .get(0)
                .rules()
                .audience())
        .hasToString("Audience[accepted=[mine], unchecked=false]");
  }

  @Test
  void letsAValueForAllReplaceTheFile() {
    TestConfig config =
        TestConfig.valid().without("audience").file("audience=api").env("BEARERGATE_AUDIENCE", "x");

    assertThat(config.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "isuer, issuer",
    "JWKS_URI, jwks-uri",
    "jwksUri, jwks-uri",
    "jwks.uri, jwks-uri",
    "audiences, audience",
    "algorithm, algorithms",
    "BEARERGATE_ISSUER, ''",
    "colour, ''",
  })
  void refusesAnInitParamThatIsNoSetting(String key, String meant) {
    assertThat(TestConfig.valid().initParam(key, "x").problem())
        .isEqualTo(
            key
                + " (web.xml, filter \"api\") is not a setting. "
                + (meant.isEmpty()
                    ? "Remove it, or see docs/settings.md for those there are."
                    : "Did you mean " + meant + "?"));
  }

  @Test
  void refusesAFilesKeyThatIsNoSetting() {
    assertThat(TestConfig.valid().file("bearergate.issuer=x", "isuer=x").problem())
        .contains("bearergate.issuer (bearergate.properties) is not a setting")
        .contains("isuer (bearergate.properties) is not a setting. Did you mean issuer?");
  }

  @ParameterizedTest
  @CsvSource({
    "BEARERGATE_JWKS_URL, jwks-uri",
    "BEARERGATE_ISUER, issuer",
    "BEARERGATE_API_ISUER, issuer",
    "BEARERGATE_API_JWKS_URL, jwks-uri",
    "BEARERGATE_COLOUR, ''",
    "BEARERGATE_API_COLOUR, ''",
  })
  void refusesAnEnvironmentNameThatIsMistyped(String name, String meant) {
    assertThat(TestConfig.valid().env(name, "x").problem())
        .contains("(env " + name + ") is not a setting.")
        .contains(meant.isEmpty() ? "Remove it" : "Did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "bearergate.isuer, issuer",
    "bearergate.jwks.uri, jwks-uri",
    "bearergate.api.isuer, issuer",
    "bearergate.colour, ''",
  })
  void refusesASystemPropertyThatIsMistyped(String name, String meant) {
    assertThat(TestConfig.valid().sys(name, "x").problem())
        .contains("(-D" + name + ") is not a setting.")
        .contains(meant.isEmpty() ? "Remove it" : "Did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEARERGATE_SHOP_ISSUER",
        "BEARERGATE_A_JWKS_URI",
        "BEARERGATE_SHOP_ISUER",
        "bearergate.shop.issuer",
        "bearergate.shop.colour",
      })
  void warnsOfNamesThatMayBeMeantForAnotherFilter(String name) {
    GateConfig config = TestConfig.valid().env(name, "x").sys(name, "x").read();

    assertThat(config.report().warnings())
        .containsExactly(name + " is no setting of this filter; it is taken for another's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OTHER", "BEARERGATE", "bearergate", "XBEARERGATE_ISUER", "MYbearergate.x"})
  void passesOverNamesThatAreNotOurs(String name) {
    assertThat(TestConfig.valid().env(name, "x").sys(name, "x").read().report().warnings())
        .isEmpty();
  }

  @Test
  void readsAKnownNameAsForAllEvenWhereAFilterIsNamedLikeItsBeginning() {
    TestConfig config =
        TestConfig.valid().filterName("max").env("BEARERGATE_MAX_TOKEN_SIZE", "1KiB");

    assertThat(config.read().tokens().maxTokenBytes()).isEqualTo(1024);
  }

  @Test
  void takesCodeAlone() {
    GateConfig config =
        GateConfig.builder("https://issuer.example.com/", "api")
            .rules("/a open")
            .set(Setting.LEEWAY, "1m")
            .build();

    assertThat(config.tokens().leeway()).hasMinutes(1);
    assertThat(config.policy()).hasToString("/a open");
    assertThat(config.report().settings()).contains("leeway = 1m (code)");
  }
}
