package io.bearergate.sample;

import io.bearergate.sample.Stage.Ports;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record DemoOptions(Act act, Optional<String> flow, boolean json, Ports ports) {

  static final String USAGE =
      """
      Usage: bin/demo [--port PORT] [--issuer-port PORT] [--backend-port PORT]
                                               serve until Ctrl-C
             bin/demo --flow NAME [--json]     walk one flow, show every exchange
             bin/demo --all [--json]           walk every flow, show a table
      Ports: 8080, 9400 and 8084, unless DEMO_PORT, DEMO_ISSUER_PORT and DEMO_BACKEND_PORT say
      otherwise.
      """;

  private static final int API_PORT = 8080;
  private static final int ISSUER_PORT = 9400;
  private static final int BACKEND_PORT = 8084;
  private static final int LAST_PORT = 65535;

  /** What is to be done. */
  enum Act {
    SERVE,
    WALK_ONE,
    WALK_ALL,
    HELP
  }

  private enum Option {
    PORT,
    ISSUER_PORT,
    BACKEND_PORT,
    FLOW,
    ALL,
    JSON,
    HELP;

    String written() {
      return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean takesValue() {
      return this == PORT || this == ISSUER_PORT || this == BACKEND_PORT || this == FLOW;
    }

    static Option of(String word) {
      for (Option option : values()) {
        if (option.written().equals(word)) {
          return option;
        }
      }
      throw new IllegalArgumentException("There is no option " + word + ".");
    }
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static DemoOptions parse(List<String> words, Map<String, String> environment) {
    Map<Option, String> given = given(words);
    boolean json = given.containsKey(Option.JSON);
    Act act = act(given);
    if (json && act == Act.SERVE) {
      act = Act.WALK_ALL;
    }
    Ports ports =
        new Ports(
            port(given.get(Option.PORT), environment.get("DEMO_PORT"), API_PORT),
            port(given.get(Option.ISSUER_PORT), environment.get("DEMO_ISSUER_PORT"), ISSUER_PORT),
            port(
                given.get(Option.BACKEND_PORT),
                environment.get("DEMO_BACKEND_PORT"),
                BACKEND_PORT));
    return new DemoOptions(act, Optional.ofNullable(given.get(Option.FLOW)), json, ports);
  }

  private static Map<Option, String> given(List<String> words) {
    Deque<String> rest = new ArrayDeque<>(words);
    Map<Option, String> given = new EnumMap<>(Option.class);
    while (!rest.isEmpty()) {
      Option option = Option.of(rest.pop());
      if (option.takesValue() && rest.isEmpty()) {
        throw new IllegalArgumentException(option.written() + " needs a value.");
      }
      given.put(option, option.takesValue() ? rest.pop() : "");
    }
    return given;
  }

  private static Act act(Map<Option, String> given) {
    if (given.containsKey(Option.HELP)) {
      return Act.HELP;
    }
    if (given.containsKey(Option.FLOW) && given.containsKey(Option.ALL)) {
      throw new IllegalArgumentException("--flow and --all exclude each other.");
    }
    if (given.containsKey(Option.FLOW)) {
      return Act.WALK_ONE;
    }
    return given.containsKey(Option.ALL) ? Act.WALK_ALL : Act.SERVE;
  }

  private static int port(@Nullable String option, @Nullable String environment, int otherwise) {
    String text = option != null ? option : environment;
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT) {
      throw new IllegalArgumentException(text + " is not a port.");
    }
    return Integer.parseInt(text);
  }
}
