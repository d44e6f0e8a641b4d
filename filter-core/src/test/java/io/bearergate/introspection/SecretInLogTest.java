package io.bearergate.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.CapturedLog;
import java.net.URI;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SecretInLogTest {

  private static final IntrospectionClient SECRET = new IntrospectionClient.Secret("api", "s3cr3t");

  private final Logger jdk = Logger.getLogger(SecretInLog.JDK_LOGGER);
  @AutoClose private final CapturedLog log = new CapturedLog();

  @AfterEach
  void leaveTheLevelAsItWas() {
    jdk.setLevel(null);
  }

  @Test
  void warnsOnceThatTheJdkLogsTheSecret() {
    jdk.setLevel(Level.FINE);
    SecretInLog secretInLog = new SecretInLog(rules(SECRET));

    secretInLog.warn();
    secretInLog.warn();

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains(SecretInLog.JDK_LOGGER, "introspection-client-secret", "https://issuer.test/")
        .doesNotContain("s3cr3t");
  }

  @Test
  void saysNothingWhileTheJdkLogsNothing() {
    new SecretInLog(rules(SECRET)).warn();

    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void saysNothingWhereThereIsNoSecret() {
    jdk.setLevel(Level.FINE);

    new SecretInLog(rules(new IntrospectionClient.Certificate("api"))).warn();

    assertThat(log.warnings()).isEmpty();
  }

  private static IntrospectionRules rules(IntrospectionClient client) {
    URI address = URI.create("https://issuer.test/introspect");
    return new IntrospectionRules(
        "https://issuer.test/", address, client, false, false, Duration.ofMinutes(1));
  }
}
