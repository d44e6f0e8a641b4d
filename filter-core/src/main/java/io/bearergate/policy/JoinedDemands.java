package io.bearergate.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Demands of a rule and of the code behind it, made one list: each tells the client what all of
 * them want.
 */
final class JoinedDemands {

  private JoinedDemands() {}

  static List<Demand> of(List<Demand> first, List<Demand> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<Demand> both = new ArrayList<>(first);
    both.addAll(second);
    both.sort(Comparator.comparingInt(JoinedDemands::step)); // stable
    String scopes = String.join(" ", scopes(both));
    Map<String, String> stepUp = stepUp(both);
    both.replaceAll(demand -> telling(demand, scopes, stepUp));
    return both;
  }

  /** In the order of the checks, as {@link RequirementWord#step} has it. */
  private static int step(Demand demand) {
    if (demand instanceof AnyAudience) {
      return 10;
    }
    if (demand instanceof SenderBound) {
      return 12;
    }
    return demand instanceof AnyAcr || demand instanceof MaxAge ? 14 : 15;
  }

  private static Set<String> scopes(List<Demand> demands) {
    Set<String> scopes = new LinkedHashSet<>();
    for (Demand demand : demands) {
      if (demand instanceof Scopes all) {
        scopes.addAll(List.of(all.ofRule().split(" ")));
      } else if (demand instanceof AnyScope any) {
        scopes.addAll(List.of(any.ofRule().split(" ")));
      }
    }
    return scopes;
  }

  /** The first one's word counts where two name the same parameter. */
  private static Map<String, String> stepUp(List<Demand> demands) {
    Map<String, String> told = new TreeMap<>();
    for (Demand demand : demands) {
      if (demand instanceof AnyAcr acr) {
        acr.ofRule().forEach(told::putIfAbsent);
      } else if (demand instanceof MaxAge age) {
        age.ofRule().forEach(told::putIfAbsent);
      }
    }
    return told;
  }

  private static Demand telling(Demand demand, String scopes, Map<String, String> stepUp) {
    if (demand instanceof Scopes all) {
      return new Scopes(all.wanted(), scopes);
    }
    if (demand instanceof AnyScope any) {
      return new AnyScope(any.wanted(), scopes);
    }
    if (demand instanceof AnyAcr acr) {
      return new AnyAcr(acr.wanted(), over(stepUp, acr.ofRule()));
    }
    return demand instanceof MaxAge age
        ? new MaxAge(age.longest(), age.leeway(), over(stepUp, age.ofRule()))
        : demand;
  }

  /** A demand's own words count before another's. */
  private static Map<String, String> over(Map<String, String> others, Map<String, String> own) {
    Map<String, String> told = new TreeMap<>(others);
    told.putAll(own);
    return told;
  }
}
