package io.bearergate.jakarta.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.ConfigException;
import io.bearergate.config.GateConfig;
import org.junit.jupiter.api.Test;

class StartFailureAnalyzerTest {

  private final StartFailureAnalyzer analyzer = new StartFailureAnalyzer();

  private static ConfigException wrongSettings() {
    try {
      GateConfig.builder("http://a.example.com/", "a").build();
    } catch (ConfigException e) {
      return e;
    }
    throw new AssertionError("plain http is refused");
  }

  @Test
  void findsOurProblemBeneathSprings() {
    ConfigException ours = wrongSettings();

    var analysis = analyzer.analyze(new IllegalStateException("bean", new Error("server", ours)));

    assertThat(analysis.getDescription()).isEqualTo(ours.getMessage());
    assertThat(analysis.getAction()).contains("bearergate.issuer=https://…");
  }

  @Test
  void findsAStartThatWeRefuse() {
    assertThat(analyzer.analyze(new RefusedStart("no.")).getDescription())
        .isEqualTo("Bearergate cannot start: no.");
  }

  @Test
  void leavesOtherProblemsToOthers() {
    assertThat(analyzer.analyze(new IllegalStateException("bean", new Error()))).isNull();
  }
}
