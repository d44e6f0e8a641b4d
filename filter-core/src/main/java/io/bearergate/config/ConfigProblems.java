package io.bearergate.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, to be told at once. For one thread. */
final class ConfigProblems {

  private final List<ConfigProblem> found = new ArrayList<>();

  void add(String key, String text) {
    found.add(new ConfigProblem(key, text));
  }

  void add(Setting setting, String text) {
    add(setting.key(), text);
  }

  /** Throws if there are any: known settings first, in the order of their list. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(problem -> rank(problem.key())));
      throw new ConfigException(found);
    }
  }

  private static int rank(String key) {
    return Setting.of(key).map(Setting::ordinal).orElse(Integer.MAX_VALUE);
  }
}
