package io.bearergate.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * Makes typed values of text. A parser says what is wrong by an {@link IllegalArgumentException}
 * whose message follows on the value and its place, as in {@code is not a duration}.
 */
record SettingReader(SettingValues values, ConfigProblems problems) {

  /** The value, or the default; the default also stands in for what is a problem. */
  <T> T read(Setting setting, Function<String, T> parser) {
    return readIfSet(setting, parser).orElseGet(() -> parser.apply(setting.defaultText()));
  }

  /** The value; empty when nothing is said, or when it is a problem. */
  <T> Optional<T> readIfSet(Setting setting, Function<String, T> parser) {
    return values.of(setting).flatMap(value -> parsed(value, parser));
  }

  /** The value; a problem when nothing is said. */
  <T> Optional<T> readRequired(Setting setting, Function<String, T> parser, String hint) {
    if (!values.isSet(setting)) {
      String places = String.join(", ", values.placesFor(setting));
      problems.add(values.key(setting), "is missing. " + hint + "\nLooked in: " + places);
    }
    return readIfSet(setting, parser);
  }

  /** A problem with a value that is good in itself. */
  void object(Setting setting, String problem) {
    values
        .of(setting)
        .ifPresent(value -> problems.add(value.key(), value.quoted() + " " + problem));
  }

  private <T> Optional<T> parsed(SettingValue value, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(value.text()));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      boolean quotesItself = value.setting() == Setting.RULES;
      String shown = quotesItself ? "(" + value.place() + ")" : value.quoted();
      message.lines().forEach(line -> problems.add(value.key(), shown + " " + line));
      return Optional.empty();
    }
  }
}
