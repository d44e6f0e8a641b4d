package io.bearergate.sample.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.Map;

/** The few forms that answers have. */
final class Replies {

  private Replies() {}

  static HTTPResponse empty(int status) {
    return new HTTPResponse(status);
  }

  /** An answer that nobody may keep. */
  static HTTPResponse uncached(int status) {
    HTTPResponse response = empty(status);
    response.setHeader("Cache-Control", "no-store");
    return response;
  }

  static HTTPResponse json(int status, Map<String, ?> members) {
    HTTPResponse response = uncached(status);
    response.setHeader("Content-Type", "application/json");
    response.setBody(JSONObjectUtils.toJSONString(members));
    return response;
  }

  /** An error of the token endpoint or one like it (RFC 6749 §5.2). */
  static HTTPResponse error(ErrorObject error) {
    return new TokenErrorResponse(error).toHTTPResponse();
  }

  /** The same, with a challenge for a client whose credentials stood in a header. */
  static HTTPResponse refusal(ErrorObject error, HTTPRequest request) {
    HTTPResponse response = error(error);
    if (error.getHTTPStatusCode() == HTTPResponse.SC_UNAUTHORIZED
        && request.getAuthorization() != null) {
      response.setWWWAuthenticate("Basic realm=\"bearergate-as\"");
    }
    return response;
  }

  /** A page that nobody may frame, keep or learn the address of. */
  static HTTPResponse page(int status, Page page) {
    HTTPResponse response = new HTTPResponse(status);
    response.setHeader("Content-Type", "text/html;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", page.policy());
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setBody(page.html());
    return response;
  }

  /** An error that is told to the user, since nobody else can be trusted with it. */
  static HTTPResponse errorPage(ErrorObject error) {
    return page(HTTPResponse.SC_BAD_REQUEST, Page.ofError(error));
  }

  static HTTPResponse redirect(int status, URI location) {
    HTTPResponse response = new HTTPResponse(status);
    response.setLocation(location);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    return response;
  }
}
