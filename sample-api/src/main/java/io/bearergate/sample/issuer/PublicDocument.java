package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Set;
import java.util.function.Supplier;

/**
 * JSON for everybody, which may be kept for a while: metadata and keys.
 *
 * @param text asked for on every request
 */
record PublicDocument(String path, Supplier<String> text) implements Endpoint {

  private static final int NOT_MODIFIED = 304;

  @Override
  public Set<Method> methods() {
    return Set.of(Method.GET);
  }

  @Override
  public boolean answersOtherOrigins() {
    return true;
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    String body = text.get();
    String tag = '"' + Digest.of(body).value() + '"';
    boolean known = tag.equals(request.getHeaderValue("If-None-Match"));
    HTTPResponse response = new HTTPResponse(known ? NOT_MODIFIED : HTTPResponse.SC_OK);
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setHeader("ETag", tag);
    if (!known) {
      response.setHeader("Content-Type", "application/json");
      response.setBody(body);
    }
    return response;
  }
}
