package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.keys.CapturedLog;
import io.bearergate.test.TestIssuer;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a start tells. */
class GateLogTest {

  @AutoClose private final TestIssuer issuer = TestIssuer.start();
  @AutoClose private final CapturedLog log = new CapturedLog();

  private void start() {
    GateConfig config =
        GateConfig.builder(issuer.issuer(), "api")
            .rules("/a open\n/** token")
            .set(Setting.JWKS, issuer.jwks())
            .set(Setting.ID_TOKENS, "accepted")
            .build();
    Gate.open(config).close();
  }

  @Test
  void namesTheMethodThatTellsAndNoLambda() {
    start();

    assertThat(log.records())
        .filteredOn(line -> line.getLoggerName().equals("io.bearergate"))
        .extracting(LogRecord::getSourceMethodName)
        .contains("log")
        .noneMatch(method -> method.contains("lambda"));
  }

  @Test
  void tellsTheRulesOnceAndWhereTheyStand() {
    start();

    assertThat(log.records())
        .extracting(LogRecord::getMessage)
        .contains("Bearergate protects by these rules:\n/a open\n/** token")
        .contains("rules = those above (code)")
        .filteredOn(line -> line.contains("/a open"))
        .hasSize(1);
  }
}
