package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.Gate;
import io.bearergate.policy.Requirement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request and what its gate decided, for code further in that asks for more.
 *
 * @param kept where the filter's decisions are kept
 * @param request as the filter got it
 */
record DecidedRequest(
    KeptDecisions kept,
    Gate gate,
    Decision decision,
    HttpServletRequest request,
    HttpServletResponse response) {

  /**
   * The same decision, if {@code besides} is met as well; where nobody has looked for a token yet,
   * now. Whatever lets the request on is kept.
   */
  Decision ask(Requirement besides) {
    Decision after = after(besides);
    if (after != decision && !(after instanceof Decision.Refuse)) {
      kept.keep(new DecidedRequest(kept, gate, after, request, response));
    }
    return after;
  }

  private Decision after(Requirement besides) {
    if (besides instanceof Requirement.Open
        || decision instanceof Decision.Refuse
        || decision instanceof Decision.Publish
        || decision instanceof Decision.LogOut) {
      return decision;
    }
    ServletRequestView view = new ServletRequestView(request);
    return decision instanceof Decision.Admit admit
        ? gate.decideFurther(view, admit, besides)
        : gate.decide(view, besides);
  }
}
