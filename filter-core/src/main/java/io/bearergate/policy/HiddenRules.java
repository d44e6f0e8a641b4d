package io.bearergate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds rules that no request ever gets to.
 *
 * <p>Exact, not a guess: if any request gets to a rule, then one does whose wildcards are filled by
 * a segment that is in no pattern, as that gives earlier rules least to match; so it is enough to
 * try one such path of each length, and each method.
 */
final class HiddenRules {

  /** Stands for every method that no rule names. */
  private static final String METHOD_IN_NO_RULE = "";

  private final List<Rule> rules;

  HiddenRules(List<Rule> rules) {
    this.rules = rules;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Set<Integer> hiders = hiders(i);
      if (!hiders.isEmpty()) {
        problems.add(problem(rules.get(i), hiders));
      }
    }
    return problems;
  }

  private static String problem(Rule rule, Set<Integer> hiders) {
    String lines = hiders.stream().map(line -> "line " + line).collect(Collectors.joining(" and "));
    return "line %d, \"%s\": can never match, because of %s above it"
        .formatted(rule.line(), rule.text(), lines);
  }

  /** The lines that keep every request from the rule; empty when one gets there. */
  private Set<Integer> hiders(int index) {
    Set<Integer> lines = new TreeSet<>();
    for (String path : samplePaths(rules.get(index).path())) {
      for (String method : sampleMethods(rules.get(index))) {
        Optional<Rule> hider = hider(index, method, path);
        if (hider.isEmpty()) {
          return Set.of();
        }
        lines.add(hider.get().line());
      }
    }
    return lines;
  }

  private Optional<Rule> hider(int index, String method, String path) {
    return rules.subList(0, index).stream()
        .filter(earlier -> earlier.path().matches(path))
        .filter(earlier -> earlier.keepsFrom(rules.get(index), method))
        .findFirst();
  }

  private List<String> samplePaths(PathPattern pattern) {
    int shortest = pattern.segments().size();
    int longest =
        rules.stream().mapToInt(rule -> rule.path().segments().size()).max().orElse(0) + 1;
    List<String> paths = new ArrayList<>();
    for (int i = shortest; i <= (pattern.below() ? longest : shortest); i++) {
      paths.add(pattern.sample(i));
    }
    return paths;
  }

  private Set<String> sampleMethods(Rule rule) {
    Set<String> methods = new TreeSet<>(rule.methods());
    if (methods.isEmpty()) {
      rules.forEach(other -> methods.addAll(other.methods()));
      methods.add(METHOD_IN_NO_RULE);
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }
}
