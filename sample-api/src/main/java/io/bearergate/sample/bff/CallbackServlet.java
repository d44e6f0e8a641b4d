package io.bearergate.sample.bff;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.bearergate.sample.api.JsonReply;
import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.CheckFailed;
import io.bearergate.sample.flow.FormPostLogin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code POST /callback}: takes the ID token that the issuer's form brings, and gives the browser a
 * session for it. The token goes no further.
 */
final class CallbackServlet extends HttpServlet {

  static final String PATH = "/callback";

  private static final long serialVersionUID = 1L;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final transient Browsers browsers;

  CallbackServlet(Browsers browsers) {
    this.browsers = browsers;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<BrowserSession> session =
        isForm(request)
            ? browsers.endOfLogin(request, response).flatMap(login -> end(login, request))
            : Optional.empty();
    if (session.isEmpty()) {
      JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "login failed").sendBy(response);
      return;
    }
    browsers.open(session.get(), request, response);
    Redirect.to("/", HttpServletResponse.SC_SEE_OTHER, response);
  }

  /** Nothing but a form: parameters of the address would be mixed with those of the body. */
  private static boolean isForm(HttpServletRequest request) {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    return request.getQueryString() == null && type.split(";", 2)[0].strip().equals(FORM);
  }

  private static Optional<BrowserSession> end(FormPostLogin login, HttpServletRequest request) {
    Map<String, List<String>> fields =
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> Arrays.asList(field.getValue())));
    try {
      IDTokenClaimsSet claims = login.finish(Callback.posted(URI.create(PATH), fields)).claims();
      return Optional.of(
          new BrowserSession(
              claims.getSubject().getValue(), Optional.ofNullable(claims.getStringClaim("name"))));
    } catch (CheckFailed e) {
      return Optional.empty();
    }
  }
}
