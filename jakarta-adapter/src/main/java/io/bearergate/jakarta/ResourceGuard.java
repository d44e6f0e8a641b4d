package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.rejection.Challenge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Stands before one resource method. Thread-safe.
 *
 * <p>No record: servers keep providers in sets and maps, where the guards of two methods that ask
 * the same would be one, and on JDK 17 a record's {@code hashCode}, once called, keeps its class
 * loader.
 */
final class ResourceGuard implements ContainerRequestFilter {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  private final Asked own;
  private final Locators locators;

  /**
   * One for a method.
   *
   * @param own what the method and its class ask
   * @param locators what those ask that lead to the class
   */
  ResourceGuard(Asked own, Locators locators) {
    this.own = own;
    this.locators = locators;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Asked asked = own.and(locators.asked(request.getUriInfo().getMatchedResources()));
    if (asked.asksNothing()) {
      return;
    }
    List<DecidedRequest> decided =
        KeptDecisions.all(request.getPropertyNames(), request::getProperty);
    if (decided.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Refused, as no BearergateFilter stands before a resource that asks for " + asked.text());
      request.abortWith(Response.status(Response.Status.FORBIDDEN).entity("").build());
      return;
    }
    for (DecidedRequest one : decided) {
      Decision decision = one.ask(asked.requirement());
      if (decision instanceof Decision.Refuse refuse) {
        request.abortWith(response(refuse.challenge()));
        return;
      }
      if (decision instanceof Decision.Admit admit && decision != one.decision()) {
        admitNow(admit, one, request);
      }
    }
  }

  private static Response response(Challenge challenge) {
    Response.ResponseBuilder response =
        Response.status(challenge.status()).entity(challenge.body());
    challenge.headers().forEach(field -> response.header(field.name(), field.value()));
    return response.build();
  }

  /** The rule of the path let it through unasked, so that the request names nobody yet. */
  private static void admitNow(
      Decision.Admit admit, DecidedRequest decided, ContainerRequestContext request) {
    admit.responseHeaders().forEach(decided.response()::setHeader);
    HttpServletRequest caller =
        AuthenticatedRequest.of(decided.request(), decided.response(), admit);
    request.setSecurityContext(new CallerContext(caller, request.getSecurityContext().isSecure()));
  }
}
