package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigExceptionTest {

  @Test
  void tellsAllProblemsAtOnceWithSourceAndRemedy() {
    ConfigSource initParams =
        ConfigSource.initParams(
            "api", Map.of("issuer", "https://issuer.example.com/", "leeway", "30", "isuer", "x"));
    ConfigSources sources =
        ConfigSources.of(
            "api", new ClassLoader(null) {}, new Surroundings(Map.of(), Map.of()), initParams);

    assertThatThrownBy(() -> GateConfig.from(sources))
        .hasNoCause()
        .hasMessage(
            """
            Bearergate cannot start: 3 problems in its settings
              audience   is missing. Set it to this API's identifier at the issuer.
                         Looked in: env BEARERGATE_AUDIENCE, -Dbearergate.audience, web.xml (filter "api"), bearergate.properties
              leeway     "30" (web.xml, filter "api") is not a duration. Write 30s, 2m or PT30S.
              isuer      (web.xml, filter "api") is not a setting. Did you mean issuer?""");
  }

  @Test
  void countsASingleProblemInTheSingular() {
    assertThat(TestConfig.valid().initParam("typ", "x").problems())
        .startsWith("Bearergate cannot start: 1 problem in its settings\n");
  }

  @Test
  void tellsHowToLetEverythingThroughWhereNoIssuerIsSet() {
    assertThat(TestConfig.empty().problem())
        .contains("issuer is missing.")
        .contains("unsafe: enabled=false")
        .contains("audience is missing.");
  }

  @Test
  void tellsEachRuleThatIsWrong() {
    String rules = "\n  /a tokn\n  /b token\n  /b open\n";

    assertThat(TestConfig.valid().initParam("rules", rules).problems())
        .startsWith("Bearergate cannot start: 2 problems")
        .contains("line 1, \"/a tokn\": \"tokn\" is not a requirement. Did you mean token?")
        .contains("line 3, \"/b open\": can never match, because of line 2 above it");
  }
}
