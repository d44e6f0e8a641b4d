package io.bearergate.jakarta.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.config.ConfigException;
import io.bearergate.config.GateConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

class SpringSettingsTest {

  private static final String PROPERTIES =
      "Config resource 'class path resource [application.properties]' via location"
          + " 'optional:classpath:/'";

  private final StandardEnvironment environment = new StandardEnvironment();

  private void last(String source, Map<String, Object> values) {
    environment.getPropertySources().addLast(new MapPropertySource(source, values));
  }

  private SpringSettings settings(Map<String, Object> values) {
    last(PROPERTIES, values);
    return SpringSettings.of(environment);
  }

  private static void isRefused(SpringSettings settings, String... messages) {
    assertThatThrownBy(
            () ->
                GateConfig.from(
                    ApplicationFilter.sources(SpringSettingsTest.class.getClassLoader(), settings)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(messages);
  }

  @Test
  void takesWhatStandsUnderItsPrefix() {
    assertThat(
            settings(
                    Map.of(
                        "bearergate.jwks-uri", "https://a.example.com/keys",
                        "bearergate.issuers.old.issuer", "https://a.example.com/",
                        "server.port", 8080,
                        "bearergatekeeper.issuer", "https://b.example.com/"))
                .values())
        .isEqualTo(
            Map.of(
                "jwks-uri", "https://a.example.com/keys",
                "issuers.old.issuer", "https://a.example.com/"));
  }

  @Test
  void takesNumbersAndTruthValuesOfYaml() {
    assertThat(
            settings(Map.of("bearergate.token-cache", 100, "bearergate.enabled", false)).values())
        .isEqualTo(Map.of("token-cache", "100", "enabled", "false"));
  }

  @Test
  void takesTheFirstSourceThatSpeaks() {
    last("commandLineArgs", Map.of("bearergate.realm", "first"));

    SpringSettings settings = settings(Map.of("bearergate.realm", "second"));

    assertThat(settings.values()).isEqualTo(Map.of("realm", "first"));
    assertThat(settings.placeOf("realm")).isEqualTo("commandLineArgs (Spring)");
  }

  @Test
  void namesTheFile() {
    SpringSettings settings = settings(Map.of("bearergate.realm", "a"));

    assertThat(settings.placeOf("realm")).isEqualTo("application.properties (Spring)");
    assertThat(settings.lookedIn("issuer"))
        .isEqualTo("bearergate.issuer in application.properties (Spring)");
  }

  @Test
  void namesNoUserOfAnAddress() {
    last("configserver:https://user:pass@config.example.com", Map.of("bearergate.realm", "a"));

    assertThat(SpringSettings.of(environment).placeOf("realm"))
        .isEqualTo("configserver:https://config.example.com (Spring)");
  }

  @Test
  void showsNoValueWhenPrinted() {
    assertThat(settings(Map.of("bearergate.key-store-password", "secret")))
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void joinsRulesByLineAndOtherListsByComma() {
    assertThat(
            settings(
                    Map.of(
                        "bearergate.rules[0]", "/public/** open",
                        "bearergate.rules[1]", "/** token",
                        "bearergate.issuers.old.audience[0]", "a",
                        "bearergate.issuers.old.audience[1]", "b"))
                .values())
        .isEqualTo(Map.of("rules", "/public/** open\n/** token", "issuers.old.audience", "a,b"));
  }

  @Test
  void takesAListWholeFromOneSource() {
    last("commandLineArgs", Map.of("bearergate.rules[0]", "/** token"));

    assertThat(
            settings(
                    Map.of(
                        "bearergate.rules[0]", "/a open",
                        "bearergate.rules[1]", "/b open"))
                .values())
        .isEqualTo(Map.of("rules", "/** token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules[1]", "rules[00]", "rules[0][0]", "rules[]", "rules[x]"})
  void refusesWhatIsNoList(String key) {
    isRefused(
        settings(Map.of("bearergate." + key, "/** token")),
        "  " + key + " ",
        "(application.properties (Spring)) is not a setting");
  }

  @Test
  void refusesAListWithAGap() {
    isRefused(
        settings(Map.of("bearergate.rules[0]", "/a open", "bearergate.rules[2]", "/b open")),
        "rules[2]",
        "is not a setting");
  }

  @Test
  void refusesAListBesideItsPlainKey() {
    isRefused(
        settings(Map.of("bearergate.rules[0]", "/a open", "bearergate.rules", "/** token")),
        "rules[0]",
        "is not a setting");
  }

  @ParameterizedTest
  @CsvSource({
    "bearergate.jwksUri, jwksUri, Did you mean jwks-uri?",
    "bearergate.jwks_uri, jwks_uri, Did you mean jwks-uri?",
    "bearergate.JWKS-URI, JWKS-URI, Did you mean jwks-uri?",
    "bearergate.isuer, isuer, Did you mean issuer?",
    "Bearergate.issuer, Bearergate.issuer, is not a setting",
    "bearer-gate.issuer, bearer-gate.issuer, is not a setting",
    "BEARERGATE_ISSUER, BEARERGATE_ISSUER, is not a setting",
    "bearergate, bearergate, is not a setting"
  })
  void refusesWhatSpringAloneWouldUnderstand(String name, String key, String problem) {
    isRefused(
        settings(Map.of(name, "https://a.example.com/")),
        "  " + key + " ",
        "(application.properties (Spring)) is not a setting.",
        problem);
  }

  @Test
  void tellsWhereItLookedForTheIssuer() {
    isRefused(
        settings(Map.of()),
        "env BEARERGATE_ISSUER, -Dbearergate.issuer, bearergate.issuer in application.properties"
            + " (Spring), bearergate.properties");
  }

  @Test
  void leavesTheProcessToItsOwnNames() {
    environment.getPropertySources().remove("systemEnvironment");
    environment.getPropertySources().remove("systemProperties");
    last("systemProperties", Map.of("bearergate.issuer", "https://a.example.com/"));
    last("systemEnvironment", Map.of("bearergate.audience", "a", "BEARERGATE_AUDIENCE", "b"));
    ConfigurationPropertySources.attach(environment);

    assertThat(SpringSettings.of(environment).values()).isEmpty();
  }

  @Test
  void asksASourceThatCannotBeListedForEverySetting() {
    environment
        .getPropertySources()
        .addLast(
            new PropertySource<Object>("jndiProperties", new Object()) {
              @Override
              public Object getProperty(String name) {
                return name.equals("bearergate.rules") ? "/** deny" : null;
              }
            });

    assertThat(SpringSettings.of(environment).values()).isEqualTo(Map.of("rules", "/** deny"));
  }

  @Test
  void letsSpringFillInItsPlaceholders() {
    assertThat(
            settings(Map.of("bearergate.realm", "${shop.name}-${port:1}", "shop.name", "shop"))
                .values())
        .isEqualTo(Map.of("realm", "shop-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env.REALM:default}", "${sys.realm:default}", "${a:x}-${env.REALM}"})
  void leavesPlaceholdersOfOursToUs(String text) {
    assertThat(settings(Map.of("bearergate.realm", text)).values())
        .isEqualTo(Map.of("realm", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${nowhere}", "${bearergate.realm}"})
  void refusesAPlaceholderThatNobodyFillsIn(String text) {
    isRefused(
        settings(Map.of("bearergate.realm", text)),
        "\"" + text + "\" (application.properties (Spring)) holds a placeholder that is none");
  }
}
