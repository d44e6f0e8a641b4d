package io.bearergate.sample;

import io.bearergate.sample.CommandLine.Option;
import io.bearergate.sample.Stage.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param other where it is to be walked, if not at the mock authorization server
 */
record DemoOptions(
    Act act, Optional<String> flow, boolean json, Ports ports, Optional<OtherServer> other) {

  static final String USAGE =
      """
      Usage: bin/demo [--port PORT] [--issuer-port PORT] [--backend-port PORT]
                                               serve until Ctrl-C
             bin/demo --flow NAME [--json]     walk one flow, show every exchange
             bin/demo --all [--json]           walk every flow, show a table
             bin/demo --issuer URL --client-id ID --flow NAME [--json] [--client-secret SECRET]
                      [--redirect-uri URI] [--audience AUD] [--port PORT]
                                               walk it at another authorization server
      Ports: 8080, 9400 and 8084, unless DEMO_PORT, DEMO_ISSUER_PORT and DEMO_BACKEND_PORT say
      otherwise.
      Another server: the redirect URI is http://127.0.0.1:8081/callback unless given, AUD is that
      of the notes API, the API takes a free port. Others can read a command line, so
      DEMO_CLIENT_SECRET is the better place for a secret. The flow password takes its user from
      DEMO_USERNAME and DEMO_PASSWORD, ciba from DEMO_SUBJECT.
      """;

  private static final int API_PORT = 8080;
  private static final int ISSUER_PORT = 9400;
  private static final int BACKEND_PORT = 8084;

  /** What is to be done. */
  enum Act {
    SERVE,
    WALK_ONE,
    WALK_ALL,
    HELP
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static DemoOptions parse(List<String> words, Map<String, String> environment) {
    CommandLine line = CommandLine.of(words, environment);
    boolean json = line.has(Option.JSON);
    Act act = act(line);
    if (json && act == Act.SERVE) {
      act = Act.WALK_ALL;
    }
    Ports ports =
        new Ports(
            line.port(Option.PORT, API_PORT),
            line.port(Option.ISSUER_PORT, ISSUER_PORT),
            line.port(Option.BACKEND_PORT, BACKEND_PORT));
    Optional<OtherServer> other = act == Act.HELP ? Optional.empty() : OtherServer.of(line);
    return new DemoOptions(act, line.value(Option.FLOW), json, ports, other);
  }

  private static Act act(CommandLine line) {
    if (line.has(Option.HELP)) {
      return Act.HELP;
    }
    if (line.has(Option.FLOW) && line.has(Option.ALL)) {
      throw new IllegalArgumentException("--flow and --all exclude each other.");
    }
    if (line.has(Option.FLOW)) {
      return Act.WALK_ONE;
    }
    return line.has(Option.ALL) ? Act.WALK_ALL : Act.SERVE;
  }
}
