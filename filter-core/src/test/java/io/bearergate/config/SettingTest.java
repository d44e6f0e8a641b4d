package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {

  @Test
  void derivesItsNames() {
    assertThat(Setting.JWKS_URI.key()).isEqualTo("jwks-uri");
    assertThat(Setting.JWKS_URI.environmentName()).isEqualTo("BEARERGATE_JWKS_URI");
    assertThat(Setting.JWKS_URI.propertyName()).isEqualTo("bearergate.jwks-uri");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DPOP_NONCE_KEY",
        "TRUST_STORE_PASSWORD",
        "KEY_STORE_PASSWORD",
        "DECRYPTION_KEYS",
        "INTROSPECTION_CLIENT_SECRET",
        "INTROSPECTION_CLIENT_KEY",
      })
  void keepsSecrets(Setting setting) {
    assertThat(setting.isSecret()).isTrue();
  }

  @Test
  void standsInTheGuideExactlyAsHere() throws IOException {
    List<String> guide = Files.readAllLines(Path.of("../docs/settings.md"));

    assertThat(
            guide.stream()
                .dropWhile(line -> !line.equals("## All settings"))
                .takeWhile(line -> !line.equals("## Rules"))
                .filter(line -> line.startsWith("| `")))
        .as("rows of docs/settings.md; they should be\n%s", rows())
        .containsExactlyElementsOf(rows().lines().toList());
  }

  private static String rows() {
    return Arrays.stream(Setting.values()).map(SettingTest::row).collect(Collectors.joining("\n"));
  }

  private static String row(Setting setting) {
    String text = setting.defaultText();
    return "| `%s` | %s | %s |"
        .formatted(setting.key(), text.isEmpty() ? "" : "`" + text + "`", setting.help());
  }
}
