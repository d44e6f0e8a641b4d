package io.bearergate.sample.api;

import io.bearergate.token.AuthorizationDetail;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code POST /api/transfers}: the transfer that the user has agreed to, and no other; once. */
final class TransfersServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient SpentGrants spent = new SpentGrants();

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(request);
    JsonReply reply =
        new JsonBody(request)
            .answeredBy(
                order ->
                    Transfer.parse(order)
                        .map(transfer -> execute(transfer, caller))
                        .orElseGet(TransfersServlet::notATransfer));
    if (reply.status() == HttpServletResponse.SC_FORBIDDEN) {
      response.setHeader(
          "WWW-Authenticate",
          request.getAuthType() + " realm=\"api\", error=\"insufficient_scope\"");
    }
    reply.sendBy(response);
  }

  private JsonReply execute(Transfer transfer, Caller caller) {
    Optional<AuthorizationDetail> grant =
        caller.token().authorizationDetails(Transfer.TYPE).stream()
            .filter(transfer::isGrantedBy)
            .findFirst();
    if (grant.isEmpty()) {
      return JsonReply.problem(HttpServletResponse.SC_FORBIDDEN, "not what was agreed to");
    }
    return spent.spend(grant.get(), caller.token())
        ? JsonReply.ok(Map.of("done", transfer.asJson()))
        : JsonReply.problem(HttpServletResponse.SC_CONFLICT, "done already");
  }

  private static JsonReply notATransfer() {
    return JsonReply.problem(
        HttpServletResponse.SC_BAD_REQUEST,
        "send amount, currency, sourceAccount and destinationAccount");
  }
}
