package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the settings dpop-nonce and dpop-nonce-key")
class NonceSettingTest {

  private static final String KEY = "k3y".repeat(14) + "A";

  private static TestConfig on() {
    return TestConfig.valid().initParam("dpop-nonce", "on");
  }

  @Test
  void wantsNoNonceByDefault() {
    assertThat(TestConfig.valid().read().sender().dpop().nonceKeys()).isEmpty();
    assertThat(TestConfig.valid().read().report().settings())
        .noneSatisfy(line -> assertThat(line).contains("dpop-nonce"));
  }

  @Test
  void makesUpAKeyAndSaysSo() {
    GateConfig config = on().read();

    assertThat(config.sender().dpop().nonceKeys()).isPresent();
    assertThat(config.report().settings())
        .anySatisfy(line -> assertThat(line).startsWith("dpop-nonce-key is not set"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "AAAAAAAAAAAAAAAAAAAAA"})
  void takesAKey(String more) {
    GateConfig config = on().initParam("dpop-nonce-key", KEY + more).read();

    assertThat(config.sender().dpop().nonceKeys()).isPresent();
    assertThat(config.report().settings())
        .contains("dpop-nonce-key = (hidden) (web.xml, filter \"api\")")
        .noneSatisfy(line -> assertThat(line).contains("is not set"));
  }

  @Test
  void takesAKeyFromAFileAndAnotherToFollow(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("nonce.key"), KEY + "\n");

    assertThat(on().initParam("dpop-nonce-key", file + ", " + KEY).problems()).isEmpty();
    assertThat(
            on().resource("nonce.key", KEY)
                .initParam("dpop-nonce-key", "classpath:nonce.key")
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3cr3t | there is no such file",
        "k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yA, | cannot be read",
        "k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yAAA | is not base64url",
        "classpath:short.key | holds no 32 bytes in base64url",
        "classpath:none.key | cannot be read",
      })
  void refusesWhatIsNoKeyAndPrintsNothingOfIt(String text, String problem) {
    TestConfig config = on().resource("short.key", "s3cr3t").initParam("dpop-nonce-key", text);

    assertThat(config.problem())
        .startsWith("dpop-nonce-key (hidden) (web.xml, filter \"api\")")
        .contains(problem)
        .doesNotContain("k3y", "s3cr3t");
  }

  @Test
  void refusesAKeyWithoutNonces() {
    assertThat(TestConfig.valid().initParam("dpop-nonce-key", KEY).problem())
        .contains("is nothing without nonces. Write dpop-nonce=on too.");
  }

  @Test
  void refusesNoncesWithoutProofs() {
    assertThat(on().initParam("dpop", "off").problem()).contains("is nothing with dpop=off");
  }

  @Test
  void refusesWhatIsNeitherOnNorOff() {
    assertThat(TestConfig.valid().initParam("dpop-nonce", "true").problem()).contains("is not");
  }

  @Test
  void letsNobodySwitchAnApplicationsNoncesOff() {
    assertThat(on().env("BEARERGATE_DPOP_NONCE", "off").problem()).contains("dpop-nonce");
  }
}
