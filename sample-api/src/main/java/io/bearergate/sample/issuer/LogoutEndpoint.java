package io.bearergate.sample.issuer;

import static java.util.stream.Collectors.joining;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oidc/logout}: ends the browser's session here at a client's wish (OpenID Connect
 * RP-Initiated Logout), and tells clients. A wish that does not prove which login it means is put
 * to the user first. Tokens live on: a client that wants them dead revokes them.
 */
final class LogoutEndpoint implements Endpoint {

  static final String PATH = "/oidc/logout";

  private static final Page DONE = Page.of("Logged out", "<p>You are logged out here.</p>");

  private final GoodbyeReader reader;
  private final Sessions sessions;
  private final LogoutTeller teller;

  LogoutEndpoint(GoodbyeReader reader, Sessions sessions, LogoutTeller teller) {
    this.reader = reader;
    this.sessions = sessions;
    this.teller = teller;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.GET, Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    try {
      Parameters parameters = Parameters.of(request);
      Goodbye goodbye = reader.read(parameters);
      return isBeyondDoubt(goodbye, parameters, request)
          ? end(goodbye, request)
          : ask(parameters, request);
    } catch (GeneralException e) {
      ErrorObject error =
          Optional.ofNullable(e.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
      return Replies.errorPage(error);
    }
  }

  private boolean isBeyondDoubt(Goodbye goodbye, Parameters parameters, HTTPRequest request) {
    if (request.getMethod() == Method.POST && formToken(request).isIn(parameters)) {
      return true;
    }
    Optional<Login> login = sessions.loginOf(request);
    return goodbye.sessionId().isPresent() && login.map(goodbye::means).orElse(true);
  }

  private HTTPResponse end(Goodbye goodbye, HTTPRequest request) {
    Optional<Login> login = sessions.loginOf(request);
    sessions.handleOf(request).ifPresent(sessions::end);
    login.ifPresent(teller::tell);
    int status = request.getMethod() == Method.POST ? Interaction.SEE_OTHER : Interaction.FOUND;
    HTTPResponse response =
        goodbye
            .destination()
            .map(uri -> Replies.redirect(status, uri))
            .orElseGet(() -> Replies.page(HTTPResponse.SC_OK, DONE));
    Sessions.dropCookie(response);
    return response;
  }

  private HTTPResponse ask(Parameters parameters, HTTPRequest request) {
    String session = sessions.handleOf(request).orElseGet(sessions::open);
    HTTPResponse response =
        Replies.page(HTTPResponse.SC_OK, page(parameters, new FormToken(session, PATH)));
    Sessions.setCookie(response, session);
    return response;
  }

  private FormToken formToken(HTTPRequest request) {
    // Without a session nobody has been asked, and nothing is accepted as an answer.
    return new FormToken(sessions.handleOf(request).orElseGet(Handles::random), PATH);
  }

  private static Page page(Parameters parameters, FormToken token) {
    return Page.of(
        "Log out?",
        """
        <form method="post" action="%s">
        %s
        %s
        <button>Log out</button>
        </form>
        """
            .formatted(PATH, kept(parameters), token.hiddenField()));
  }

  private static String kept(Parameters parameters) {
    return parameters.values().keySet().stream()
        .filter(name -> !name.equals(FormToken.FIELD))
        .flatMap(name -> parameters.single(name).stream().map(value -> HiddenField.of(name, value)))
        .collect(joining("\n"));
  }
}
