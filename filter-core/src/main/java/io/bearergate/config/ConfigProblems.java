package io.bearergate.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Gathers what is wrong, to be told at once. For one thread. */
final class ConfigProblems {

  private final List<ConfigProblem> found = new ArrayList<>();

  /** Adds one, unless the same was said before. */
  void add(String key, String text) {
    if (found.stream().noneMatch(known -> known.key().equals(key) && known.text().equals(text))) {
      found.add(new ConfigProblem(key, text));
    }
  }

  boolean areNone() {
    return found.isEmpty();
  }

  /** All of them in one line, for a log. */
  String told() {
    return found.stream()
        .map(problem -> problem.key() + " " + problem.text().replace("\n", " "))
        .collect(Collectors.joining(" "));
  }

  /** Throws if there are any: known settings first, in the order of their list, then blocks. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(problem -> rank(problem.key())));
      throw new ConfigException(found);
    }
  }

  private static int rank(String key) {
    int ofBlocks = BlockKey.of(key).isPresent() ? Setting.values().length : Integer.MAX_VALUE;
    return Setting.of(key).map(Setting::ordinal).orElse(ofBlocks);
  }
}
