package io.bearergate.policy;

/** The rules of one application, in their order. Immutable and thread-safe. */
public final class Policy {

  private Policy() {}

  /**
   * Reads rules, one a line.
   *
   * @throws IllegalArgumentException if any line is wrong or can never match; the message has a
   *     line for each problem
   */
  public static Policy parse(String text) {
    return new Policy();
  }

  /**
   * What a request must bring.
   *
   * @param method as sent
   * @param path as the container decoded it, context path off
   */
  public Requirement requirementFor(String method, String path) {
    return new Requirement.Open();
  }
}
