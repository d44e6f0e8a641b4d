package io.bearergate.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words after {@code bin/demo}, and the environment that speaks where they are silent. */
record CommandLine(Map<Option, String> given, Map<String, String> environment) {

  private static final int LAST_PORT = 65535;

  /** What may be written. */
  enum Option {
    PORT(true),
    ISSUER_PORT(true),
    BACKEND_PORT(true),
    FLOW(true),
    ISSUER(true),
    CLIENT_ID(true),
    CLIENT_SECRET(true),
    REDIRECT_URI(true),
    AUDIENCE(true),
    ALL(false),
    JSON(false),
    HELP(false);

    private final boolean takesValue;

    Option(boolean takesValue) {
      this.takesValue = takesValue;
    }

    String written() {
      return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String variable() {
      return "DEMO_" + name();
    }

    private static Option of(String word) {
      for (Option option : values()) {
        if (option.written().equals(word)) {
          return option;
        }
      }
      throw new IllegalArgumentException("There is no option " + word + ".");
    }
  }

  /**
   * Takes it apart.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static CommandLine of(List<String> words, Map<String, String> environment) {
    Deque<String> rest = new ArrayDeque<>(words);
    Map<Option, String> given = new EnumMap<>(Option.class);
    while (!rest.isEmpty()) {
      Option option = Option.of(rest.pop());
      if (option.takesValue && rest.isEmpty()) {
        throw new IllegalArgumentException(option.written() + " needs a value.");
      }
      given.put(option, option.takesValue ? rest.pop() : "");
    }
    return new CommandLine(given, environment);
  }

  boolean has(Option option) {
    return given.containsKey(option);
  }

  Optional<String> value(Option option) {
    return Optional.ofNullable(given.get(option));
  }

  /** By option, or else by its variable. */
  Optional<String> valueOrVariable(Option option) {
    return value(option).or(() -> variable(option.variable()));
  }

  /** A variable that says something. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** A port, by option or by its variable. */
  int port(Option option, int otherwise) {
    return valueOrVariable(option).map(CommandLine::asPort).orElse(otherwise);
  }

  static int asPort(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT) {
      throw new IllegalArgumentException(text + " is not a port.");
    }
    return Integer.parseInt(text);
  }
}
