package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.bearergate.sample.flow.Witness;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every exchange of one walk with its secrets: to take tokens apart, and to send requests a second
 * time. Nothing of it is shown. Thread-safe.
 *
 * @param api the origin of the API
 */
record Caught(URI api, List<Sight> sights) implements Witness {

  /** One exchange. */
  record Sight(HTTPRequest request, HTTPResponse response) {

    /** Sent as a form with this grant. */
    boolean isGrant(String type) {
      return request.getMethod() == HTTPRequest.Method.POST
          && form().getOrDefault("grant_type", List.of()).equals(List.of(type));
    }

    boolean wentWell() {
      return response.indicatesSuccess();
    }

    private Map<String, List<String>> form() {
      return URLUtils.parseParameters(Optional.ofNullable(request.getBody()).orElse(""));
    }

    /** A member of the answer, or a parameter that came with the browser. */
    Optional<String> told(String name) {
      return member(name).or(() -> parameter(name));
    }

    private Optional<String> member(String name) {
      try {
        return response.getHeaderValue("Content-Type") != null
                && response.getHeaderValue("Content-Type").startsWith("application/json")
            ? Optional.ofNullable(response.getBodyAsJSONObject().get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
            : Optional.empty();
      } catch (com.nimbusds.oauth2.sdk.ParseException e) {
        return Optional.empty();
      }
    }

    private Optional<String> parameter(String name) {
      return Site.CALLBACK.equals(request.getURI().getPath())
          ? sent(name).findFirst()
          : Optional.empty();
    }

    /** A parameter of the request, by query or by form. */
    private Stream<String> sent(String name) {
      Map<String, List<String>> query = URLUtils.parseParameters(request.getURI().getRawQuery());
      return Stream.of(query, form())
          .flatMap(given -> given.getOrDefault(name, List.of()).stream());
    }
  }

  static Caught at(URI api) {
    return new Caught(api, new CopyOnWriteArrayList<>());
  }

  @Override
  public void saw(HTTPRequest request, HTTPResponse response) {
    sights.add(new Sight(request, response));
  }

  /** The last of this name that was issued. */
  Optional<String> lastToken(String name) {
    return sights.stream().flatMap(sight -> sight.told(name).stream()).reduce((a, b) -> b);
  }

  /** The last parameter of this name that was sent. */
  Optional<String> asked(String name) {
    return sights.stream().flatMap(sight -> sight.sent(name)).reduce((a, b) -> b);
  }

  /** The last call of the API with a token. */
  Optional<HTTPRequest> apiCall() {
    return last(sight -> isOfApi(sight.request()) && sight.request().getAuthorization() != null)
        .map(Sight::request);
  }

  /** The last request with this grant that tokens were issued for. */
  Optional<HTTPRequest> grant(String type) {
    return last(sight -> sight.isGrant(type) && sight.wentWell()).map(Sight::request);
  }

  /** The access token the API was called with last; an ID token shown to it is none. */
  Optional<String> presentedToken() {
    Optional<String> idToken = lastToken("id_token");
    return apiCall()
        .map(call -> call.getAuthorization().replaceFirst("^\\S+ +", ""))
        .filter(token -> !idToken.equals(Optional.of(token)));
  }

  private boolean isOfApi(HTTPRequest request) {
    return request.getURI().getRawAuthority().equals(api.getRawAuthority());
  }

  private Optional<Sight> last(Predicate<Sight> wanted) {
    return sights.stream().filter(wanted).reduce((a, b) -> b);
  }
}
