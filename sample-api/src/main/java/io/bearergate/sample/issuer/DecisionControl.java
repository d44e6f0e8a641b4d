package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code POST …/{code}/approve} and {@code …/deny} with {@code {"user":"alice"}}: decides a request
 * in the user's place. Part of the control plane; it reads JSON only, as {@link ControlEndpoint}.
 *
 * @param path what the code comes after
 * @param requests finds one by its code
 */
record DecisionControl(
    String path,
    Function<String, Optional<PendingAuthorization>> requests,
    MockAuthorizationServer.Parts parts)
    implements Endpoint {

  @Override
  public Set<Method> methods() {
    return Set.of(Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    String[] words = request.getURI().getPath().substring(path.length()).split("/", -1);
    if (words.length != 2 || !Set.of("approve", "deny").contains(words[1])) {
      return Replies.empty(HTTPResponse.SC_NOT_FOUND);
    }
    try {
      Optional<User> user = user(request);
      return requests
          .apply(words[0])
          .map(found -> decide(found, words[1].equals("approve"), user))
          .orElseGet(() -> Replies.empty(HTTPResponse.SC_NOT_FOUND));
    } catch (ParseException e) {
      return Replies.error(OAuth2Error.INVALID_REQUEST);
    }
  }

  private Optional<User> user(HTTPRequest request) throws ParseException {
    String name = JSONObjectUtils.getString(request.getBodyAsJSONObject(), "user", "");
    return Optional.ofNullable(parts.registry().users().get(name));
  }

  private HTTPResponse decide(
      PendingAuthorization request, boolean approved, Optional<User> named) {
    Instant now = parts.clock().instant();
    Optional<User> user = named.or(() -> request.wanted().from());
    boolean counts =
        approved ? user.filter(who -> agree(request, who, now)).isPresent() : request.refuse(now);
    return counts
        ? Replies.json(HTTPResponse.SC_OK, Map.of("decided", approved ? "approve" : "deny"))
        : Replies.error(OAuth2Error.INVALID_REQUEST);
  }

  private static boolean agree(PendingAuthorization request, User user, Instant now) {
    return request.agree(new Login(user, now, Handles.random()), now);
  }
}
