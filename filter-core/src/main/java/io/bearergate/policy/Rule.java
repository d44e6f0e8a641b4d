package io.bearergate.policy;

import java.util.Set;

/**
 * One line of the rules. Immutable.
 *
 * @param line counted from 1
 * @param text as written
 * @param methods which requests it is for; empty: all
 * @param path which paths it is for
 * @param requirement what those requests must bring
 */
record Rule(int line, String text, Set<String> methods, PathPattern path, Requirement requirement) {

  Rule {
    methods = Set.copyOf(methods);
  }

  /**
   * Whether it is for {@code method}, as sent; {@code GET} covers {@code HEAD} (RFC 9110 §9.3.2).
   */
  boolean covers(String method) {
    return methods.isEmpty()
        || methods.contains(method)
        || (method.equals("HEAD") && methods.contains("GET"));
  }

  /**
   * Whether a request that both are for by their paths never gets to the {@code later} one: this
   * takes it, or bars what is not at least as narrow.
   */
  boolean keepsFrom(Rule later, String method) {
    return covers(method) || !path.covers(later.path);
  }
}
