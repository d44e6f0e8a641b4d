package io.bearergate.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.flow.Flow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @DisplayName("--all walks every flow and every one holds")
  void walksEveryFlow() {
    assertThat(run("--all")).isZero();

    assertThat(out.toString(UTF_8))
        .contains(Flow.all().stream().map(Flow::name).toList())
        .contains(Flow.all().size() + " of " + Flow.all().size() + " hold");
  }

  @ParameterizedTest
  @DisplayName("--json gives one object per flow, alone or with --all")
  @ValueSource(strings = {"--json", "--all --json"})
  void speaksJson(String words) throws Exception {
    assertThat(run(words.split(" "))).isZero();

    List<String> rows = out.toString(UTF_8).lines().toList();
    assertThat(rows).hasSize(Flow.all().size());
    for (String row : rows) {
      assertThat(JSONObjectUtils.parse(row))
          .containsKeys("flow", "id", "token", "answer")
          .containsEntry("holds", true);
    }
  }

  @ParameterizedTest
  @DisplayName("--flow takes name or id, and prints every exchange")
  @CsvSource({
    "client-credentials, 5",
    "F11, 5",
    "authorization-code, 11",
    "f02, 11",
    "par, 12",
    "F06, 13"
  })
  void walksOneFlow(String name, int fewestExchanges) {
    assertThat(run("--flow", name)).isZero();

    assertThat(out.toString(UTF_8).lines().filter(line -> line.startsWith("→")).count())
        .isGreaterThanOrEqualTo(fewestExchanges - 1L);
    assertThat(out.toString(UTF_8)).contains("1 of 1 hold");
  }

  @ParameterizedTest
  @DisplayName("no secret is printed")
  @ValueSource(
      strings = {
        "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F11", "F12", "F13",
        "F14", "F15", "F16", "F17"
      })
  void printsNoSecret(String id) {
    run("--flow", id);

    assertThat(out.toString(UTF_8))
        .doesNotContain("s3cr3t", "p4ssw0rd")
        .doesNotContainPattern("Basic [A-Za-z0-9+/=]{5}")
        .doesNotContainPattern(Leaks.TOKEN)
        .doesNotContainPattern("(?<!code_challenge=)" + Leaks.HANDLE);
  }

  @ParameterizedTest
  @DisplayName("a command line that makes no sense gets usage and 2")
  @ValueSource(
      strings = {
        "--wat",
        "--flow",
        "--port",
        "--port x",
        "--port 70000",
        "--all --flow F01",
        "serve"
      })
  void explainsItself(String words) {
    assertThat(run(words.split(" "))).isEqualTo(2);

    assertThat(err.toString(UTF_8)).contains("Usage: bin/demo");
  }

  @Test
  @DisplayName("--flow of a flow there is not names those there are")
  void namesTheFlowsThereAre() {
    assertThat(run("--flow", "telepathy")).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .contains("no flow telepathy", "authorization-code (F01)", "pkce (F02)");
  }

  @Test
  @DisplayName("a taken port is one clear line and 1, by option and by environment")
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(run("--port", port, "--issuer-port", "0", "--backend-port", "0")).isEqualTo(1);
      assertThat(run(Map.of("DEMO_ISSUER_PORT", port, "DEMO_PORT", "0", "DEMO_BACKEND_PORT", "0")))
          .isEqualTo(1);

      assertThat(err.toString(UTF_8).lines())
          .hasSize(2)
          .allMatch(line -> line.startsWith("Port " + port + " of 127.0.0.1 is taken."));
    }
  }

  @Test
  @DisplayName("--help is usage and 0")
  void helps() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString(UTF_8)).isEqualTo(DemoOptions.USAGE);
  }

  private int run(String... words) {
    return run(Map.of(), words);
  }

  private int run(Map<String, String> environment, String... words) {
    PrintStream toOut = new PrintStream(out, true, UTF_8);
    PrintStream toErr = new PrintStream(err, true, UTF_8);
    return new Demo(toOut, toErr).run(List.of(words), environment);
  }
}
