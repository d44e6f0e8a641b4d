package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLocation;
import io.bearergate.token.Audience;
import io.bearergate.token.ClaimPath;
import io.bearergate.token.IssuerRules;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the settings issuers.<name>.…")
class IssuerBlocksTest {

  private static final String OLD = "https://old.example.com/";
  private static final String NEW = "https://new.example.com/";

  /** The old and the new issuer of one API. */
  private static TestConfig two() {
    return TestConfig.empty()
        .initParam("issuers.old.issuer", OLD)
        .initParam("issuers.old.audience", "old-api")
        .initParam("issuers.new.issuer", NEW)
        .initParam("issuers.new.audience", "new-api");
  }

  @Test
  void nameAnIssuerEachWithItsOwnAudienceAndKeys() {
    GateConfig config = two().initParam("issuers.old.jwks-uri", "https://keys.example.com/").read();

    assertThat(config.issuers())
        .extracting(TrustedIssuer::identifier, one -> one.rules().audience(), TrustedIssuer::keys)
        .containsExactly(
            tuple(NEW, Audience.of(Set.of("new-api")), new KeyLocation.Discovered()),
            tuple(
                OLD,
                Audience.of(Set.of("old-api")),
                new KeyLocation.Jwks(URI.create("https://keys.example.com/"))));
  }

  @Test
  void standBesidePlainOnes() {
    TestConfig config =
        TestConfig.valid()
            .initParam("issuers.new.issuer", NEW)
            .initParam("issuers.new.audience", "new-api");

    assertThat(config.read().issuers())
        .extracting(TrustedIssuer::identifier)
        .containsExactly("https://issuer.example.com/", NEW);
  }

  @Test
  void sayAllThatTokensOfOneIssuerMustBe() {
    IssuerRules rules =
        rules(
            two()
                .initParam("issuers.new.algorithms", "ES256")
                .initParam("issuers.new.typ", "strict")
                .initParam("issuers.new.id-tokens", "accepted")
                .initParam("issuers.new.required-claims", "org")
                .initParam("issuers.new.clients", "web")
                .initParam("issuers.new.max-token-age", "1h")
                .initParam("issuers.new.audience-claim", "a")
                .initParam("issuers.new.scope-claim", "b")
                .initParam("issuers.new.role-claim", "c")
                .initParam("issuers.new.permission-claim", "d")
                .initParam("issuers.new.principal-claim", "e"));

    assertThat(rules.algorithms()).containsExactly(JwsAlgorithm.ES256);
    assertThat(rules.strictType()).isTrue();
    assertThat(rules.idTokensAccepted()).isTrue();
    assertThat(rules.requiredClaims()).hasSize(1);
    assertThat(rules.clients()).containsExactly("web");
    assertThat(rules.maxTokenAge()).contains(Duration.ofHours(1));
    assertThat(rules.claimNames().audience()).isEqualTo(ClaimPath.parse("a"));
    assertThat(rules.claimNames().scope()).containsExactly(ClaimPath.parse("b"));
    assertThat(rules.claimNames().role()).containsExactly(ClaimPath.parse("c"));
    assertThat(rules.claimNames().permission()).containsExactly(ClaimPath.parse("d"));
    assertThat(rules.claimNames().principal()).isEqualTo(ClaimPath.parse("e"));
  }

  @Test
  void takeNothingOfThePlainOnes() {
    TestConfig config =
        TestConfig.valid()
            .initParam("typ", "strict")
            .initParam("clients", "web")
            .initParam("issuers.a.issuer", "https://a.example.com/")
            .initParam("issuers.a.audience", "a");

    IssuerRules rules = config.read().issuers().get(1).rules();
    assertThat(rules.strictType()).isFalse();
    assertThat(rules.clients()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"audience, api", "typ, strict", "clients, web", "jwks-uri, https://a/keys"})
  void stopTheStartBesideAPlainOneThatNoIssuerHas(String key, String value) {
    assertThat(two().initParam(key, value).problem())
        .startsWith(
            key + " \"" + value + "\" (web.xml, filter \"api\") is for the tokens of issuer")
        .contains("which is not set", "Write it in each block it is for: issuers.new." + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "audience"})
  void needAnIssuerAndAnAudienceEach(String key) {
    assertThat(two().without("issuers.old." + key).problem())
        .startsWith("issuers.old." + key + " is missing.")
        .contains(
            "env BEARERGATE_ISSUERS_OLD_" + key.toUpperCase(Locale.ROOT),
            "-Dbearergate.issuers.old." + key);
  }

  @Test
  void refuseOneIssuerInTwoBlocks() {
    assertThat(two().initParam("issuers.old.issuer", NEW).problem())
        .startsWith("issuers.old.issuer \"" + NEW + "\" (web.xml, filter \"api\") ")
        .contains("names an issuer that issuers.new.issuer names too");
  }

  @Test
  void refuseThePlainIssuerInABlock() {
    TestConfig config =
        TestConfig.valid()
            .initParam("issuers.a.issuer", "https://issuer.example.com/")
            .initParam("issuers.a.audience", "a");

    assertThat(config.problem()).contains("names an issuer that issuer names too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuers.old.issuer | http://old.example.com/ | is plain http",
        "issuers.old.audience | unchecked, a | names unchecked beside other values",
        "issuers.old.algorithms | HS256 | names HS256, which is never accepted",
        "issuers.old.typ | stric | Did you mean strict?",
        "issuers.old.jwks-uri | http://old.example.com/ | is plain http",
        "issuers.old.jwks | <html> | cannot be read",
        "issuers.old.audience | ${env.NONE} | needs the environment variable NONE",
      })
  void refuseWhatPlainOnesRefuse(String key, String value, String problem) {
    assertThat(two().initParam(key, value).problem())
        .startsWith(key + " \"" + value + "\" (web.xml, filter \"api\") ")
        .contains(problem);
  }

  @Test
  void refuseOnePlaceOfKeysForSeveralIssuers() {
    TestConfig config = two().initParam("issuers.old.issuer", "https://a/,https://b/");

    assertThat(config.initParam("issuers.old.jwks-uri", "https://a/keys").problem())
        .contains("is for one issuer, and issuers.old.issuer names several");
  }

  @Test
  void refuseTwoPlacesOfKeys() {
    TestConfig config = two().initParam("issuers.old.jwks-uri", "https://a/keys");

    assertThat(config.initParam("issuers.old.metadata-uri", "https://a/m").problem())
        .startsWith("issuers.old.metadata-uri ")
        .contains("cannot stand together with issuers.old.jwks-uri");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuers.old.isuer | is not a setting. Did you mean issuers.old.issuer?",
        "issuers.old.jwksUri | is not a setting. Did you mean issuers.old.jwks-uri?",
        "issuers.old.jwks.uri | is not a setting. Did you mean issuers.old.jwks-uri?",
        "issuers.old.leeway | is for all issuers alike. Write leeway by itself.",
        "issuers.old.rules | is for all issuers alike. Write rules by itself.",
        "issuers.old.colour | is not a setting of an issuer. Write issuers.NAME.issuer",
        "issuers.old | is not a setting of an issuer. Write issuers.NAME.issuer",
        "issuers.issuer | is not a setting of an issuer. Write issuers.NAME.issuer",
        "issuers.Old.issuer | NAME is lower-case letters, digits and hyphens.",
        "issuers.o_d.issuer | NAME is lower-case letters, digits and hyphens.",
        "issuers..issuer | NAME is lower-case letters, digits and hyphens.",
      })
  void refuseAKeyThatIsNone(String key, String problem) {
    assertThat(two().initParam(key, "x").problem())
        .startsWith(key + " (web.xml, filter \"api\") ")
        .contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "BEARERGATE_ISSUERS_OLD_JWKS_URL, issuers.old.jwks-uri",
    "BEARERGATE_ISSUERS_MY_OLD_ISUER, issuers.my-old.issuer",
    "BEARERGATE_API_ISSUERS_OLD_ISUER, issuers.old.issuer",
  })
  void refuseAnEnvironmentNameThatIsMistyped(String name, String meant) {
    assertThat(two().env(name, "x").problem())
        .contains("(env " + name + ") is not a setting. Did you mean " + meant + "?");
  }

  @Test
  void areReadFromTheEnvironmentUnderTheSameScheme() {
    GateConfig config =
        TestConfig.empty()
            .env("BEARERGATE_ISSUERS_MY_OLD_ISSUER", OLD)
            .env("BEARERGATE_ISSUERS_MY_OLD_AUDIENCE", "api")
            .env("BEARERGATE_ISSUERS_MY_OLD_SCOPE_CLAIM", "scp")
            .env("BEARERGATE_API_ISSUERS_NEW_ISSUER", NEW)
            .env("BEARERGATE_API_ISSUERS_NEW_AUDIENCE", "api")
            .read();

    assertThat(config.issuers()).extracting(TrustedIssuer::identifier).containsExactly(OLD, NEW);
    assertThat(config.report().settings())
        .contains(
            "issuers.my-old.scope-claim = scp (env BEARERGATE_ISSUERS_MY_OLD_SCOPE_CLAIM)",
            "issuers.new.issuer = " + NEW + " (env BEARERGATE_API_ISSUERS_NEW_ISSUER)");
  }

  @Test
  void areReadFromSystemPropertiesUnderTheSameScheme() {
    GateConfig config =
        TestConfig.empty()
            .sys("bearergate.issuers.my-old.issuer", OLD)
            .sys("bearergate.issuers.my-old.audience", "api")
            .sys("bearergate.api.issuers.my-old.audience", "mine")
            .read();

    assertThat(config.issuers().get(0).rules().audience()).isEqualTo(Audience.of(Set.of("mine")));
  }

  @Test
  void areReadFromTheFile() {
    assertThat(
            TestConfig.empty()
                .file("issuers.old.issuer = " + OLD, "issuers.old.audience = api")
                .read()
                .issuers())
        .hasSize(1);
  }

  @Test
  void areSetInCode() {
    GateConfig config =
        GateConfig.builder(OLD, "api")
            .set("new", Setting.ISSUER, NEW)
            .set("new", Setting.AUDIENCE, "new-api")
            .build();

    assertThat(config.issuers()).extracting(TrustedIssuer::identifier).containsExactly(OLD, NEW);
  }

  @ParameterizedTest
  @CsvSource({
    "BEARERGATE_ISSUERS_OLD_ISSUER, https://other.example.com/",
    "BEARERGATE_ISSUERS_OLD_AUDIENCE, other",
  })
  void letNoValueForAllReplaceTheApplicationsOwn(String name, String value) {
    assertThat(two().env(name, value).problem())
        .contains("\"" + value + "\" (env " + name + ") is for every filter of this JVM")
        .contains("would replace \"")
        .contains("write env " + name.replace("BEARERGATE_", "BEARERGATE_API_") + ";");
  }

  @ParameterizedTest
  @CsvSource({
    "BEARERGATE_ISSUERS_OLD_JWKS_URI, https://other.example.com/keys",
    "BEARERGATE_ISSUERS_OLD_ID_TOKENS, accepted",
    "BEARERGATE_ISSUERS_OTHER_ISSUER, https://other.example.com/",
    "BEARERGATE_ISSUER, https://other.example.com/",
  })
  void letNoValueForAllSayWhomTheApplicationBelieves(String name, String value) {
    TestConfig config = two().env("BEARERGATE_ISSUERS_OTHER_AUDIENCE", "x").env(name, value);

    assertThat(config.problem())
        .contains("\"" + value + "\" (env " + name + ") is for every filter of this JVM, while")
        .contains("whom to believe is this application's own");
  }

  @Test
  void letNoBlockForAllStandBesideThePlainIssuerOfTheApplication() {
    TestConfig config =
        TestConfig.valid()
            .sys("bearergate.issuers.other.issuer", "https://other.example.com/")
            .sys("bearergate.issuers.other.audience", "api");

    assertThat(config.problem())
        .contains("(-Dbearergate.issuers.other.issuer) is for every filter of this JVM")
        .contains("For this filter alone, write -Dbearergate.api.issuers.other.issuer.");
  }

  @Test
  void takeAValueForAllThatSaysTheSame() {
    assertThat(two().env("BEARERGATE_ISSUERS_OLD_AUDIENCE", "old-api").problems()).isEmpty();
  }

  @Test
  void takeAValueForThisFilterAlone() {
    TestConfig config = two().env("BEARERGATE_API_ISSUERS_OLD_AUDIENCE", "mine");

    assertThat(config.read().issuers().get(1).rules().audience())
        .isEqualTo(Audience.of(Set.of("mine")));
  }

  @Test
  void warnOfDangersUnderTheirOwnNames() {
    GateConfig config =
        two()
            .initParam("issuers.old.audience", "unchecked")
            .initParam("issuers.old.id-tokens", "accepted")
            .read();

    assertThat(config.report().warnings())
        .containsExactly(
            "issuers.old.audience=unchecked (web.xml, filter \"api\"): tokens meant for any API are"
                + " taken",
            "issuers.old.id-tokens=accepted (web.xml, filter \"api\"): ID tokens pass as access"
                + " tokens");
  }

  @Test
  void printNoKeyText() {
    String keys = "-----BEGIN PUBLIC KEY-----\nAA\n-----END PUBLIC KEY-----";

    assertThat(two().initParam("issuers.old.jwks", keys).read().report().settings())
        .contains("issuers.old.jwks = (keys) (web.xml, filter \"api\")");
  }

  private static IssuerRules rules(TestConfig config) {
    return config.read().issuers().get(0).rules();
  }
}
