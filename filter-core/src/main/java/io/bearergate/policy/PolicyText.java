package io.bearergate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads rules and gathers what is wrong with them. One use, one thread. */
final class PolicyText {

  private final RequirementText requirements;
  private final List<String> problems = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  PolicyText(RequirementText requirements) {
    this.requirements = requirements;
  }

  List<Rule> read(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      readLine(i + 1, lines.get(i));
    }
    problems.addAll(new HiddenRules(rules).problems());
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return rules;
  }

  private void readLine(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    try {
      rules.add(rule(number, line));
    } catch (IllegalArgumentException e) {
      problems.add("line %d, \"%s\": %s".formatted(number, shown(line), e.getMessage()));
    }
  }

  private Rule rule(int number, String line) {
    line.chars().forEach(c -> checkVisible((char) c));
    String first = firstWord(line);
    boolean named = !first.contains("/");
    Set<String> methods = named ? MethodsText.parse(first) : Set.of();
    String rest = named ? after(first, line) : line;
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("a path is missing after " + first);
    }
    String path = firstWord(rest);
    String demanded = after(path, rest);
    String behind = firstWord(demanded);
    if (MethodsText.areUsual(behind)) {
      throw new IllegalArgumentException(
          "the method stands before the path: " + behind + " " + path);
    }
    Requirement requirement = requirements.parse(demanded);
    return new Rule(number, line, methods, PathPattern.parse(path), requirement);
  }

  private static String firstWord(String text) {
    return text.split("[ \t]", 2)[0];
  }

  private static String after(String word, String text) {
    return text.substring(word.length()).strip();
  }

  private static void checkVisible(char c) {
    if (c != ' ' && c != '\t' && (Character.isSpaceChar(c) || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "it holds the invisible character U+%04X; write a plain space".formatted((int) c));
    }
  }

  private static String shown(String line) {
    return line.replaceAll("\\p{Cntrl}", "?");
  }
}
