package io.bearergate.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings will not do. The message lists every problem, each with its source and what to write
 * instead; it holds no secret, and there is no cause that could.
 */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 3;

  ConfigException(List<ConfigProblem> problems) {
    super(message(problems));
  }

  private static String message(List<ConfigProblem> problems) {
    int width = GAP + problems.stream().mapToInt(problem -> problem.key().length()).max().orElse(0);
    String lines =
        problems.stream().map(problem -> line(problem, width)).collect(Collectors.joining("\n"));
    return "Bearergate cannot start: "
        + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
        + " in its settings\n"
        + lines;
  }

  private static String line(ConfigProblem problem, int width) {
    String key = problem.key() + " ".repeat(width - problem.key().length());
    return "  " + key + problem.text().replace("\n", "\n  " + " ".repeat(width));
  }
}
