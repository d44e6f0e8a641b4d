package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /activate}: where the user of a device types its code, and confirms it even if it came in
 * the link: it may be somebody else's device (RFC 8628 §5.4).
 */
record ActivateEndpoint(DeviceRequests requests, UserCodeGuesses guesses, InteractionForm.Desk desk)
    implements Endpoint {

  static final String PATH = "/activate";

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
    String session = desk.sessions().handleOf(request).orElseGet(desk.sessions()::open);
    HTTPResponse response;
    try {
      response = answer(Parameters.of(request), new Visit(request, session));
    } catch (ParseException e) {
      response = Replies.errorPage(OAuth2Error.INVALID_REQUEST);
    }
    Sessions.setCookie(response, session);
    return response;
  }

  /** One request of one browser. */
  private record Visit(HTTPRequest request, String session) {

    boolean isPost() {
      return request.getMethod() == Method.POST;
    }

    ActivatePages pages() {
      return new ActivatePages(new FormToken(session, PATH));
    }
  }

  private HTTPResponse answer(Parameters input, Visit visit) {
    if (visit.isPost() && !visit.pages().token().isIn(input)) {
      return Replies.errorPage(OAuth2Error.INVALID_REQUEST);
    }
    Optional<String> code = input.single("user_code");
    if (code.isEmpty()) {
      return visit.pages().entry();
    }
    if (!guesses.admit(visit.session(), visit.request())) {
      return visit.pages().tooMany(guesses.lock());
    }
    Optional<PendingAuthorization> found = requests.findOpen(code.get());
    found.ifPresent(right -> guesses.giveBack(visit.session(), visit.request()));
    boolean confirmed =
        visit.isPost() && input.single("action").filter("confirm"::equals).isPresent();
    return found
        .map(
            right ->
                confirmed ? begin(right, visit) : visit.pages().confirmation(right, code.get()))
        .orElseGet(visit.pages()::wrongCode);
  }

  private HTTPResponse begin(PendingAuthorization request, Visit visit) {
    Optional<Login> login = desk.sessions().loginOf(visit.request());
    Transaction transaction = Transaction.of(request, visit.session(), login);
    return desk.interaction().next(transaction, Interaction.SEE_OTHER);
  }
}
