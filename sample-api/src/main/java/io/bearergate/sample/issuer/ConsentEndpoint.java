package io.bearergate.sample.issuer;

import static java.util.stream.Collectors.joining;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Optional;
import java.util.Set;

/** {@code /u/consent}: the page that says who wants what, and the user's answer. */
final class ConsentEndpoint implements Endpoint {

  static final String PATH = "/u/consent";

  private final InteractionForm.Desk desk;

  ConsentEndpoint(InteractionForm.Desk desk) {
    this.desk = desk;
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
      return (request.getMethod() == Method.GET ? show(request) : submit(request))
          .orElseGet(() -> Replies.errorPage(OAuth2Error.INVALID_REQUEST));
    } catch (ParseException e) {
      return Replies.errorPage(OAuth2Error.INVALID_REQUEST);
    }
  }

  private Optional<HTTPResponse> show(HTTPRequest request) {
    return desk.toShow(request)
        .filter(form -> form.transaction().login().isPresent())
        .map(form -> Replies.page(HTTPResponse.SC_OK, page(form)));
  }

  private Optional<HTTPResponse> submit(HTTPRequest request) throws ParseException {
    Parameters input = Parameters.ofForm(request);
    Optional<String> action =
        input.single("action").filter(word -> word.equals("accept") || word.equals("deny"));
    if (action.isEmpty()) {
      return Optional.empty();
    }
    return desk.received(input, request)
        .filter(form -> form.transaction().login().isPresent())
        .flatMap(form -> desk.interaction().take(form.handle()))
        .map(transaction -> decide(transaction, action.get().equals("accept")));
  }

  private HTTPResponse decide(Transaction transaction, boolean accepted) {
    Interaction interaction = desk.interaction();
    return accepted
        ? interaction.agreed(transaction.errand(), transaction.login().orElseThrow())
        : interaction.refused(transaction.errand());
  }

  private static Page page(InteractionForm form) {
    Errand errand = form.transaction().errand();
    String target = errand.api().map(Api::audience).orElse("your profile");
    return Page.of(
        "May it?",
        """
        <p><strong>%s</strong> asks for access to <strong>%s</strong>:</p>
        <ul>%s</ul>
        %s
        %s
        <form method="post" action="%s">
        %s
        <button name="action" value="accept">Allow</button>
        <button name="action" value="deny">Deny</button>
        </form>
        """
            .formatted(
                Page.escape(errand.client().name()),
                Page.escape(target),
                items(form),
                remarks(errand),
                DetailsList.of(errand.details()),
                PATH,
                form.hiddenFields()));
  }

  private static String items(InteractionForm form) {
    User user = form.transaction().login().orElseThrow().user();
    return ScopePolicy.grantable(form.transaction().errand(), user).stream()
        .map(scope -> "<li>" + Page.escape(scope) + "</li>")
        .collect(joining());
  }

  private static String remarks(Errand errand) {
    return errand.remarks().stream()
        .map(remark -> "<p>" + Page.escape(remark) + "</p>")
        .collect(joining());
  }
}
