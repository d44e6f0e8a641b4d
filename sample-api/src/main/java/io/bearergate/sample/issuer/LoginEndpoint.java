package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** {@code /u/login}: the page that asks for name and password, and the form it sends. */
final class LoginEndpoint implements Endpoint {

  static final String PATH = "/u/login";

  private final Registry registry;
  private final InteractionForm.Desk desk;
  private final InstantSource clock;

  LoginEndpoint(Registry registry, InteractionForm.Desk desk, InstantSource clock) {
    this.registry = registry;
    this.desk = desk;
    this.clock = clock;
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
      return request.getMethod() == Method.GET ? show(request) : submit(request);
    } catch (ParseException e) {
      return Replies.errorPage(OAuth2Error.INVALID_REQUEST);
    }
  }

  private HTTPResponse show(HTTPRequest request) {
    return desk.toShow(request)
        .map(form -> Replies.page(HTTPResponse.SC_OK, page(form, "")))
        .orElseGet(() -> Replies.errorPage(OAuth2Error.INVALID_REQUEST));
  }

  private HTTPResponse submit(HTTPRequest request) throws ParseException {
    Parameters input = Parameters.ofForm(request);
    Optional<InteractionForm> form = desk.received(input, request);
    if (form.isEmpty()) {
      return Replies.errorPage(OAuth2Error.INVALID_REQUEST);
    }
    if (input.single("action").filter("cancel"::equals).isPresent()) {
      return cancel(form.get());
    }
    return registry
        .userByPassword(input.single("username").orElse(""), input.single("password").orElse(""))
        .map(user -> proceed(form.get(), user))
        .orElseGet(() -> again(form.get()));
  }

  private HTTPResponse cancel(InteractionForm form) {
    Interaction interaction = desk.interaction();
    return interaction
        .take(form.handle())
        .map(Transaction::errand)
        .map(interaction::left)
        .orElseGet(() -> Replies.errorPage(OAuth2Error.INVALID_REQUEST));
  }

  private HTTPResponse proceed(InteractionForm form, User user) {
    return desk.interaction()
        .take(form.handle())
        .map(Transaction::errand)
        .map(errand -> proceed(errand, form.session(), user))
        .orElseGet(() -> Replies.errorPage(OAuth2Error.INVALID_REQUEST));
  }

  private HTTPResponse proceed(Errand errand, String oldSession, User user) {
    Login login = new Login(user, clock.instant(), Handles.random());
    String session = desk.sessions().replace(oldSession, login);
    Transaction onward = Transaction.of(errand, session, Optional.of(login));
    HTTPResponse response = desk.interaction().next(onward, Interaction.SEE_OTHER);
    Sessions.setCookie(response, session);
    return response;
  }

  private static HTTPResponse again(InteractionForm form) {
    return Replies.page(
        HTTPResponse.SC_BAD_REQUEST, page(form, "<p role=\"alert\">Wrong name or password.</p>"));
  }

  private static Page page(InteractionForm form, String notice) {
    Errand errand = form.transaction().errand();
    return Page.of(
        "Log in",
        """
        <p>to go on to <strong>%s</strong></p>
        %s
        <form method="post" action="%s">
        %s
        <label>Name <input name="username" autocomplete="username" value="%s" autofocus></label>
        <label>Password <input name="password" type="password"
          autocomplete="current-password"></label>
        <button>Log in</button>
        <button name="action" value="cancel">Cancel</button>
        </form>
        """
            .formatted(
                Page.escape(errand.client().name()),
                notice,
                PATH,
                form.hiddenFields(),
                Page.escape(errand.loginHint().orElse(""))));
  }
}
