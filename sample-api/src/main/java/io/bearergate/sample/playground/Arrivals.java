package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An authorization response as it reaches the redirect URI, by query or by form. */
public final class Arrivals {

  private static final int MOST_BYTES = 64 * 1024;

  private Arrivals() {}

  /** The request as the SDK knows requests. */
  public static HTTPRequest request(HttpServletRequest request, URI redirectUri)
      throws IOException {
    if (request.getMethod().equals("POST")) {
      HTTPRequest posted = new HTTPRequest(HTTPRequest.Method.POST, redirectUri);
      byte[] form = request.getInputStream().readNBytes(MOST_BYTES);
      posted.setBody(new String(form, StandardCharsets.UTF_8));
      return posted;
    }
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return new HTTPRequest(HTTPRequest.Method.GET, URI.create(redirectUri + "?" + query));
  }
}
