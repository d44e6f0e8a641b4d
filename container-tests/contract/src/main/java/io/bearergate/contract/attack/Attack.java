package io.bearergate.contract.attack;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;

/**
 * One row of the table.
 *
 * @param name what is tried
 * @param expected what the filter answers
 * @param serverMayRefuse whether the server may answer 400 before the filter sees the request
 */
public record Attack(String name, RawRequest request, Refusal expected, boolean serverMayRefuse) {

  /** A token that is none, presented properly. */
  static Attack token(String name, String token) {
    return token(name, token, Refusal.C1);
  }

  static Attack token(String name, String token, Refusal expected) {
    return new Attack(name, RawRequest.get("/api/whoami").bearer(token), expected, false);
  }

  static Attack request(String name, RawRequest request, Refusal expected) {
    return new Attack(name, request, expected, false);
  }

  /** The same, where the server may turn the request away by itself. */
  Attack orRefusedByServer() {
    return new Attack(name, request, expected, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
