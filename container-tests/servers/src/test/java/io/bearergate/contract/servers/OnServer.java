package io.bearergate.contract.servers;

import io.bearergate.contract.http.Answer;

/** Tests that ask a running server. */
interface OnServer {

  /** Running, with every application deployed. */
  RunningServer server();

  /** Notes what was seen where the table says more than yes. */
  default void note(Behaviour behaviour, String fact) {
    server().sightings().note(behaviour, fact);
  }

  /** Who answered how: the filter's refusals are problem documents, others the server's. */
  static String shown(Answer answer) {
    if (answer.status() == RunningServer.NO_ANSWER) {
      return "closed by the server";
    }
    return answer.status() + (isOurs(answer) ? "" : " of the server");
  }

  /** Whether the filter answered. */
  static boolean isOurs(Answer answer) {
    return answer.header("Content-Type").startsWith("application/problem+json");
  }
}
