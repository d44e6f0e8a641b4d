package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands behind a rule's path: requirements joined by commas.
 *
 * @param leeway granted when the time of an authentication is held against the clock
 */
record RequirementText(Duration leeway) {

  /** One requirement: its word and the values behind it. */
  private record Clause(RequirementWord word, List<String> values) {}

  /**
   * Reads all of it.
   *
   * @throws IllegalArgumentException saying what to write instead
   */
  Requirement parse(String text) {
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

  /** In the order of the checks that they add to, so that every 401 comes before any 403. */
  private List<Demand> demands(List<Clause> clauses) {
    Set<String> scopes = new LinkedHashSet<>();
    for (Clause clause : clauses) {
      if (clause.word().isAboutScopes()) {
        scopes.addAll(clause.values());
      }
    }
    List<Demand> demands = new ArrayList<>();
    Map<String, String> stepUp = stepUp(clauses);
    clauses.stream()
        .sorted(Comparator.comparing(clause -> clause.word().step()))
        .forEach(clause -> add(demands, clause, String.join(" ", scopes), stepUp));
    return demands;
  }

  /** What RFC 9470 §3 has a client told: all that the rule asks of the user's authentication. */
  private static Map<String, String> stepUp(List<Clause> clauses) {
    Map<String, String> told = new TreeMap<>();
    for (Clause clause : clauses) {
      boolean repeated =
          switch (clause.word()) {
            case ACR -> told.put("acr_values", String.join(" ", clause.values())) != null;
            case MAX_AGE -> told.put("max_age", Long.toString(age(clause).toSeconds())) != null;
            default -> false;
          };
      if (repeated) {
        throw new IllegalArgumentException(clause.word() + " stands there twice");
      }
    }
    return told;
  }

  private static Duration age(Clause clause) {
    return age(clause.values().get(0));
  }

  static Duration age(String text) {
    try {
      return DurationText.between("1s", "365d").apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("max-age \"" + text + "\" " + e.getMessage(), e);
    }
  }

  private void add(
      List<Demand> demands, Clause clause, String scopesOfRule, Map<String, String> stepUp) {
    List<String> values = clause.values();
    switch (clause.word()) {
      case AUDIENCE -> demands.add(new AnyAudience(values));
      case ACR -> demands.add(new AnyAcr(values, stepUp));
      case MAX_AGE -> demands.add(new MaxAge(age(clause), leeway, stepUp));
      case SCOPE -> demands.add(new Scopes(values, scopesOfRule));
      case ANY_SCOPE -> demands.add(new AnyScope(values, scopesOfRule));
      case PERMISSION -> demands.add(new Permissions(values));
      case ROLE -> demands.add(new AnyRole(values));
      case CLIENT -> demands.add(new AnyClient(values));
      case AUTHORIZATION_DETAILS -> demands.add(GrantedDetail.parse(values.get(0)));
      case SENDER_CONSTRAINED -> demands.add(new SenderBound());
      default -> {}
    }
  }
}
