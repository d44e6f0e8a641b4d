package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of one application, in their order. Immutable and thread-safe.
 *
 * <p>The first rule that matches decides; what none matches needs a token. Once a rule's path
 * matched, but not its methods, only rules at least as narrow may still decide: the request is
 * refused rather than passed on to a wider one.
 */
public final class Policy {

  private static final Requirement ANY_TOKEN = new Requirement.Token(false, List.of());
  private static final Requirement AMBIGUOUS =
      new Requirement.Refused(
          Rejection.of(Reason.AMBIGUOUS_PATH, "the path can be read in more than one way"));
  private static final Requirement OTHER_METHODS =
      new Requirement.Refused(
          Rejection.of(Reason.METHOD_NOT_COVERED, "the path's rules are for other methods"));

  private final List<Rule> rules;

  private Policy(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads rules, one a line; {@code docs/settings.md} has the grammar. Blank lines and lines that
   * begin with {@code #} are passed over.
   *
   * @throws IllegalArgumentException if any line is wrong or can never match; the message has a
   *     line for each problem
   */
  public static Policy parse(String text) {
    return parse(text, Duration.ZERO);
  }

  /**
   * The same, where the issuer's clock may differ from ours.
   *
   * @param leeway granted when the time of an authentication is held against the clock
   */
  public static Policy parse(String text, Duration leeway) {
    return new Policy(new PolicyText(new RequirementText(leeway)).read(text));
  }

  /**
   * What a request must bring. Takes time linear in the path's length for each rule.
   *
   * @param method as sent; compared exactly
   * @param path as the container decoded it, context path off; empty stands for {@code "/"}
   */
  public Requirement requirementFor(String method, String path) {
    String plain = RequestPath.withoutParameters(path);
    return RequestPath.isAmbiguous(plain) ? AMBIGUOUS : firstMatch(method, plain);
  }

  private Requirement firstMatch(String method, String path) {
    boolean passedOver = false;
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (!rule.path().matches(path)) {
        continue;
      }
      if (rule.covers(method)) {
        return passedOver && isBarred(i, method, path) ? OTHER_METHODS : rule.requirement();
      }
      passedOver = true;
    }
    return passedOver ? OTHER_METHODS : ANY_TOKEN;
  }

  /** Whether an earlier rule for this path, but for other methods, is not as wide as this one. */
  private boolean isBarred(int index, String method, String path) {
    Rule rule = rules.get(index);
    for (int i = 0; i < index; i++) {
      Rule earlier = rules.get(i);
      if (earlier.path().matches(path) && earlier.keepsFrom(rule, method)) {
        return true;
      }
    }
    return false;
  }

  /** Every scope that a rule names, in their order: what a client may want to ask for. */
  public List<String> scopes() {
    return demands()
        .flatMap(
            demand ->
                demand instanceof Scopes all
                    ? all.wanted().stream()
                    : demand instanceof AnyScope any ? any.wanted().stream() : Stream.empty())
        .distinct()
        .toList();
  }

  /** Every type of authorization details that a rule names (RFC 9396), in their order. */
  public List<String> authorizationDetailsTypes() {
    return demands()
        .filter(GrantedDetail.class::isInstance)
        .map(demand -> ((GrantedDetail) demand).type())
        .distinct()
        .toList();
  }

  private Stream<Demand> demands() {
    return rules.stream()
        .map(Rule::requirement)
        .filter(Requirement.Token.class::isInstance)
        .flatMap(wanted -> ((Requirement.Token) wanted).demands().stream());
  }

  /** The rules as written, one a line; no secret is in them. */
  @Override
  public String toString() {
    return rules.stream().map(Rule::text).collect(Collectors.joining("\n"));
  }
}
