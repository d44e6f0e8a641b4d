package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands behind a rule's path: requirements joined by commas. */
final class RequirementText {

  /** One requirement: its word and the values behind it. */
  private record Clause(RequirementWord word, List<String> values) {}

  private RequirementText() {}

  /**
   * Reads all of it.
   *
   * @throws IllegalArgumentException saying what to write instead
   */
  static Requirement parse(String text) {
    List<Clause> clauses = Arrays.stream(text.split(",", -1)).map(RequirementText::clause).toList();
    for (Clause clause : clauses) {
      if (clause.word().standsAlone() && clauses.size() > 1) {
        throw new IllegalArgumentException(clause.word() + " stands alone, without a comma");
      }
    }
    return switch (clauses.get(0).word()) {
      case OPEN -> new Requirement.Open();
      case OPTIONAL -> new Requirement.Token(true, List.of());
      case DENY ->
          new Requirement.Refused(Rejection.of(Reason.DENIED, "the path's rule says deny"));
      default -> new Requirement.Token(false, demands(clauses));
    };
  }

  private static Clause clause(String text) {
    String[] words = text.strip().split("[ \t]+");
    RequirementWord word = RequirementWord.of(words[0]);
    List<String> values = Arrays.asList(words).subList(1, words.length);
    word.check(values);
    return new Clause(word, values);
  }

  private static List<Demand> demands(List<Clause> clauses) {
    Set<String> scopes = new LinkedHashSet<>();
    for (Clause clause : clauses) {
      if (clause.word().isAboutScopes()) {
        scopes.addAll(clause.values());
      }
    }
    List<Demand> demands = new ArrayList<>();
    clauses.forEach(clause -> add(demands, clause, String.join(" ", scopes)));
    return demands;
  }

  private static void add(List<Demand> demands, Clause clause, String scopesOfRule) {
    List<String> values = clause.values();
    switch (clause.word()) {
      case SCOPE -> demands.add(new Scopes(values, scopesOfRule));
      case ANY_SCOPE -> demands.add(new AnyScope(values, scopesOfRule));
      case PERMISSION -> demands.add(new Permissions(values));
      case ROLE -> demands.add(new AnyRole(values));
      case CLIENT -> demands.add(new AnyClient(values));
      case SENDER_CONSTRAINED -> demands.add(new SenderBound());
      default -> {}
    }
  }
}
