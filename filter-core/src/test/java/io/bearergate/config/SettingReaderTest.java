package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.bearergate.config.GateConfig.Startup;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.sender.SenderRules;
import io.bearergate.token.ClaimPath;
import io.bearergate.token.IssuerRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingReaderTest {

  @Test
  void setsTheContractsDefaults() {
    GateConfig config = TestConfig.valid().read();
    IssuerRules rules = config.issuers().get(0).rules();

    assertThat(rules.algorithms()).containsExactlyInAnyOrder(JwsAlgorithm.values());
    assertThat(config.tokens().leeway()).hasSeconds(30);
    assertThat(config.tokens().maxTokenBytes()).isEqualTo(16 * 1024);
    assertThat(rules.strictType()).isFalse();
    assertThat(rules.idTokensAccepted()).isFalse();
    assertThat(rules.maxTokenAge()).isEmpty();
    assertThat(rules.claimNames().scope())
        .containsExactly(ClaimPath.parse("scope"), ClaimPath.parse("scp"));
    assertThat(config.keys())
        .hasToString(
            "JwksRules[refresh=PT5M, maxStale=PT24H, cooldown=PT5S, connectTimeout=PT1S,"
                + " readTimeout=PT2S, maxResponseBytes=524288,"
                + " route=CallRoute[proxy=Optional.empty, trusted=Optional.empty,"
                + " own=Optional.empty]]");
    assertThat(config.startup()).isEqualTo(new Startup(Startup.Mode.LAZY, Duration.ofSeconds(10)));
    assertThat(config.policy()).hasToString("/** token");
    assertThat(config.problemBodies()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "30s, 30000",
    "500ms, 500",
    "5m, 300000",
    "0s, 0",
    "PT30S, 30000",
    "PT0.5S, 500",
    "PT5M, 300000",
  })
  void readsDurations(String text, long millis) {
    assertThat(TestConfig.valid().initParam("leeway", text).read().tokens().leeway())
        .hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"1h, 1", "PT24H, 24", "1d, 24"})
  void readsHoursAndDays(String text, long hours) {
    assertThat(TestConfig.valid().initParam("jwks-max-stale", text).read().keys().maxStale())
        .hasHours(hours);
  }

  @ParameterizedTest
  @CsvSource({"256B, 256", "300, 300", "16KiB, 16384", "1MiB, 1048576"})
  void readsSizes(String text, int bytes) {
    assertThat(TestConfig.valid().initParam("max-token-size", text).read().tokens().maxTokenBytes())
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leeway | 30 | is not a duration. Write 30s, 2m or PT30S.",
        "leeway | 30 s | is not a duration",
        "leeway | -1s | is not a duration",
        "leeway | PT-1S | is out of bounds. Write 0s to 5m.",
        "leeway | 301s | is out of bounds. Write 0s to 5m.",
        "leeway | 99999999999999999999s | is not a duration",
        "leeway | 999999999d | is out of bounds",
        "jwks-refresh | 59s | is out of bounds. Write 1m to 24h.",
        "jwks-max-stale | 4m | is shorter than jwks-refresh",
        "jwks-max-stale | 31d | is out of bounds. Write 1m to 30d.",
        "jwks-cooldown | 999ms | is out of bounds. Write 1s to 1h.",
        "connect-timeout | 99ms | is out of bounds. Write 100ms to 30s.",
        "read-timeout | 31s | is out of bounds. Write 100ms to 30s.",
        "startup-timeout | 1h | is out of bounds. Write 100ms to 5m.",
        "max-token-age | 0s | is out of bounds. Write 1s to 365d.",
        "max-token-size | 16k | is not a size. Write 512B, 16KiB, 1MiB or a number of bytes.",
        "max-token-size | 16 KiB | is not a size",
        "max-token-size | 255B | is out of bounds. Write 256B to 1MiB.",
        "max-token-size | 999999999MiB | is out of bounds",
        "max-response-size | 17MiB | is out of bounds. Write 1KiB to 16MiB.",
        "enabled | True | is not one of true, false. Did you mean true?",
        "enabled | no | is not one of true, false. Write true or false.",
        "typ | at+jwt | is not one of any, strict",
        "id-tokens | accept | is not one of refused, accepted. Did you mean accepted?",
        "startup | eager | is not one of lazy, wait, fail",
        "error-body | json | is not one of problem+json, none",
        "realm | a\"b | is not a realm",
        "realm | a\\b | is not a realm",
        "realm | ä | is not a realm",
        "algorithms | HS256 | names HS256, which is never accepted: no key of an issuer's set",
        "algorithms | RS256,hs512 | names hs512, which is never accepted",
        "algorithms | none | names none, which is never accepted",
        "algorithms | rs256 | names rs256, which is no JWS algorithm. Did you mean RS256?",
        "algorithms | RS257 | Did you mean RS256?",
        "algorithms | quantum | Write some of RS256, RS384",
        "algorithms | , | names no value",
        "clients | a \"b | leaves a quote open",
        "required-claims | =x | names no claim before a =",
        "required-claims | a= | gives no value behind a =",
        "required-claims | a..b | is not a claim path",
        "principal-claim | sub,email | names more than one claim",
        "role-claim | .roles | is not a claim path",
      })
  void refuses(String key, String value, String problem) {
    assertThat(TestConfig.valid().initParam(key, value).problem())
        .startsWith(key + " \"" + value + "\" (web.xml, filter \"api\") ")
        .contains(problem)
        .doesNotContain("\n");
  }

  @Test
  void refusesAnAlgorithmThatThisJvmCannotVerify() {
    // secp256k1 left the JDK with version 16
    assertThat(TestConfig.valid().initParam("algorithms", "ES256K").problem())
        .contains("names ES256K, which this JVM cannot verify");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"RS256,ES256", "RS256 ES256", "RS256, ES256", "' RS256 \n ES256 ,'"})
  void partsListsByCommasAndWhiteSpace(String text) {
    assertThat(
            TestConfig.valid()
                .initParam("algorithms", text)
                .read()
                .issuers()
                .get(0)
                .rules()
                .algorithms())
        .containsExactlyInAnyOrder(JwsAlgorithm.RS256, JwsAlgorithm.ES256);
  }

  @Test
  void readsRequiredClaims() {
    String text =
        "email_verified, \"https://a.b/plan\"=gold org.name=\"x y\" a=b=c typ=Bearer|\"x|y\" azp|\"a|b\".c";

    assertThat(
            TestConfig.valid()
                .initParam("required-claims", text)
                .read()
                .issuers()
                .get(0)
                .rules()
                .requiredClaims())
        .extracting(claim -> names(claim.paths()), claim -> claim.values())
        .containsExactly(
            tuple("[[email_verified]]", List.of()),
            tuple("[[https://a.b/plan]]", List.of("gold")),
            tuple("[[org, name]]", List.of("x y")),
            tuple("[[a]]", List.of("b=c")),
            tuple("[[typ]]", List.of("Bearer", "x|y")),
            tuple("[[azp], [a|b, c]]", List.of()));
  }

  private static String names(List<ClaimPath> paths) {
    return paths.stream().map(ClaimPath::names).toList().toString();
  }

  @ParameterizedTest
  @CsvSource({"a=b|", "a=|b", "a=b||c"})
  void refusesAnEmptyValueAmongOthers(String text) {
    assertThat(TestConfig.valid().initParam("required-claims", text).problem())
        .contains("gives no value behind a =");
  }

  @ParameterizedTest
  @CsvSource({"a|", "|a=b", "a||b"})
  void refusesAnEmptyNameAmongOthers(String text) {
    assertThat(TestConfig.valid().initParam("required-claims", text).problem())
        .contains("is not a claim path");
  }

  @Test
  void readsTheRest() {
    GateConfig config =
        TestConfig.valid()
            .initParam("typ", "strict")
            .initParam("id-tokens", "accepted")
            .initParam("clients", "a b")
            .initParam("max-token-age", "1h")
            .initParam("startup", "fail")
            .initParam("error-body", "none")
            .initParam("role-claim", "realm_access.roles, \"https://a.b/roles\"")
            .read();
    IssuerRules rules = config.issuers().get(0).rules();

    assertThat(rules.strictType()).isTrue();
    assertThat(rules.idTokensAccepted()).isTrue();
    assertThat(rules.clients()).containsExactlyInAnyOrder("a", "b");
    assertThat(rules.maxTokenAge()).contains(Duration.ofHours(1));
    assertThat(config.startup().mode()).isEqualTo(Startup.Mode.FAIL);
    assertThat(config.problemBodies()).isFalse();
    assertThat(rules.claimNames().role())
        .containsExactly(
            new ClaimPath(List.of("realm_access", "roles")),
            new ClaimPath(List.of("https://a.b/roles")));
  }

  @Test
  void readsHowSendersProveThemselves() {
    SenderRules sender =
        TestConfig.valid()
            .initParam("dpop", "required")
            .initParam("dpop-max-age", "2m")
            .initParam("dpop-algorithms", "PS256, ES256")
            .initParam("public-url", "https://api.example.com/v1/")
            .initParam("mtls", "off")
            .initParam("leeway", "5s")
            .read()
            .sender();

    assertThat(sender.certificates()).isFalse();
    assertThat(sender.dpop())
        .isEqualTo(
            new SenderRules.Dpop(
                SenderRules.Use.REQUIRED,
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                List.of(JwsAlgorithm.PS256, JwsAlgorithm.ES256),
                Optional.of("https://api.example.com/v1"),
                Optional.empty()));
  }

  @Test
  void takesBothProofsUnlessToldOtherwise() {
    SenderRules sender = TestConfig.valid().read().sender();

    assertThat(sender.certificates()).isTrue();
    assertThat(sender.dpop().use()).isEqualTo(SenderRules.Use.ALLOWED);
    assertThat(sender.dpop().maxAge()).isEqualTo(Duration.ofSeconds(60));
    assertThat(sender.dpop().offered())
        .isEqualTo("ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA Ed25519");
  }

  @Test
  void offersNothingWhereDpopIsOff() {
    assertThat(TestConfig.valid().initParam("dpop", "off").read().sender().dpop().offered())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dpop | require | is not one of off, allowed, required. Did you mean required?",
        "dpop-max-age | 0s | is out of bounds. Write 1s to 5m.",
        "dpop-max-age | 6m | is out of bounds. Write 1s to 5m.",
        "dpop-algorithms | HS256 | names HS256, which is never accepted: a proof is signed with a key",
        "dpop-algorithms | none | names none, which is never accepted",
        "dpop-algorithms | ES265 | is no JWS algorithm. Did you mean ES256?",
        "public-url | api.example.com | is not a URL",
        "public-url | http://api.example.com | is plain http",
        "public-url | https://api.example.com?a=b | holds a query",
        "mtls | on | is not",
      })
  void refusesWhatNoSenderCanMeet(String key, String value, String problem) {
    assertThat(TestConfig.valid().initParam(key, value).problem()).contains(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"introspection-client-secret", "introspection-client-key", "dpop-nonce-key"})
  void printsNoSecret(String key) {
    assertThat(TestConfig.valid().initParam(key, "s3cr3t").problem())
        .startsWith(key + " (hidden) (web.xml, filter \"api\")")
        .doesNotContain("s3cr3t");
    assertThat(TestConfig.valid().initParam(key, "s3cr3t${env.NONE}").problem())
        .startsWith(key + " (hidden)")
        .doesNotContain("s3cr3t");
  }

  @Test
  void asksForNothingElseWhereTheGateIsOff() {
    GateConfig config =
        TestConfig.empty().initParam("enabled", "false").initParam("leeway", "wrong").read();

    assertThat(config.enabled()).isFalse();
    assertThat(config.issuers()).isEmpty();
    assertThat(config.report().warnings())
        .containsExactly("enabled=false (web.xml, filter \"api\"): NOTHING IS PROTECTED");
  }
}
