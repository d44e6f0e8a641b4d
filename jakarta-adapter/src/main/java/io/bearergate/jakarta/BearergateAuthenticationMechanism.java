package io.bearergate.jakarta;

import io.bearergate.Decision;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the token's principal and roles known to the server itself (Jakarta Security 3.0 and 4.0),
 * for what it judges by its own login: enterprise beans, {@code <auth-constraint>}, its {@code
 * SecurityContext}. The application asks for it by a bean:
 *
 * <pre>{@code
 * @Produces @ApplicationScoped
 * HttpAuthenticationMechanism login() { return new BearergateAuthenticationMechanism(); }
 * }</pre>
 *
 * <p>It stands beside the application's one {@link BearergateFilter} and never in its place: both
 * share one decision a request. It refuses only what the server protects; all else the filter
 * answers, so a path that the rules leave open and the server protects gets 403. Thread-safe.
 */
public final class BearergateAuthenticationMechanism implements HttpAuthenticationMechanism {

  /** Roles that mean everybody (Servlet §13.8): no token can grant them. */
  private static final Set<String> NOBODYS = Set.of("*", "**");

  /** For the application's producer. */
  public BearergateAuthenticationMechanism() {}

  /**
   * {@inheritDoc}
   *
   * @throws AuthenticationException if the refusal could not be written
   * @throws IllegalStateException if the application has several filters, or has started none yet
   *     and the server protects the path
   */
  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    Optional<OpenGate> gate = onlyGate(request.getServletContext());
    if (gate.isEmpty() && !context.isProtected()) {
      return context.doNothing();
    }
    Decision decision =
        gate.orElseThrow(() -> new IllegalStateException("No BearergateFilter is running"))
            .decide(request);
    if (decision instanceof Decision.Admit admit) {
      return logIn(admit, request, response, context);
    }
    return context.isProtected() ? answer(decision, response) : context.doNothing();
  }

  private static Optional<OpenGate> onlyGate(ServletContext application) {
    List<OpenGate> gates = OpenGate.all(application);
    if (gates.size() > 1) {
      throw new IllegalStateException(
          "BearergateAuthenticationMechanism is for an application with one filter; this one has "
              + gates.size());
    }
    return gates.stream().findFirst();
  }

  private static AuthenticationStatus logIn(
      Decision.Admit admit,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context) {
    admit.responseHeaders().forEach(response::setHeader);
    Set<String> roles =
        admit.token().roles().stream()
            .filter(role -> !NOBODYS.contains(role))
            .collect(Collectors.toUnmodifiableSet());
    return context.notifyContainerAboutLogin(AuthenticatedRequest.named(request, admit), roles);
  }

  private static AuthenticationStatus answer(Decision decision, HttpServletResponse response)
      throws AuthenticationException {
    try {
      if (decision instanceof Decision.Refuse refuse) {
        AnswerWriter.write(refuse.challenge(), response);
        return AuthenticationStatus.SEND_FAILURE;
      }
      if (decision instanceof Decision.Publish document) {
        AnswerWriter.write(document, response);
        return AuthenticationStatus.SEND_CONTINUE;
      }
      return forbid(response);
    } catch (IOException e) {
      throw new AuthenticationException("The answer could not be written", e);
    }
  }

  /**
   * Nobody logs in where the rules let everybody pass. Left to themselves, some servers word that
   * as an empty 200.
   */
  private static AuthenticationStatus forbid(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setHeader("Cache-Control", "no-store");
    return AuthenticationStatus.SEND_FAILURE;
  }
}
