package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client's wish that its user be logged out here too, once it has passed every check.
 *
 * @param sessionId the {@code sid} of the login that the client means, if an ID token proves that
 *     it knows one
 * @param returnTo a registered address, to which the browser goes afterwards
 */
record Goodbye(Optional<String> sessionId, Optional<URI> returnTo, Optional<String> state) {

  /** Whether the login it means is this one; otherwise the user has to be asked. */
  boolean means(Login login) {
    return sessionId.filter(login.sessionId()::equals).isPresent();
  }

  /** Where the browser goes, with the client's state. */
  Optional<URI> destination() {
    return returnTo.map(
        uri -> state.map(sent -> withParameter(uri, Map.of("state", List.of(sent)))).orElse(uri));
  }

  private static URI withParameter(URI uri, Map<String, List<String>> parameters) {
    String separator = uri.getRawQuery() == null ? "?" : "&";
    return URI.create(uri + separator + URLUtils.serializeParameters(parameters));
  }
}
