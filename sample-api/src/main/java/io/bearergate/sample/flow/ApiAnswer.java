package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.net.URI;

/** What the API said to a request with an access token. */
public record ApiAnswer(String path, int status) {

  static ApiAnswer toGet(String path, AccessToken token, Trip trip) {
    return toGet(trip.landscape().api().resolve(path), token, trip.http());
  }

  /** To a call of an API elsewhere, or by another way. */
  static ApiAnswer toGet(URI uri, AccessToken token, RecordedHttp http) {
    return to(request(uri, token), http);
  }

  /** To a call with a proof that the token's key is at hand. */
  static ApiAnswer toGet(String path, AccessToken token, DpopKey key, Trip trip) {
    HTTPRequest request = request(trip.landscape().api().resolve(path), token);
    key.proveIn(request, token);
    return to(request, trip.http());
  }

  private static HTTPRequest request(URI uri, AccessToken token) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, uri);
    request.setAuthorization(token.toAuthorizationHeader());
    return request;
  }

  private static ApiAnswer to(HTTPRequest request, RecordedHttp http) {
    HTTPResponse response = http.exchange(request);
    return new ApiAnswer(request.getURI().getPath(), response.getStatusCode());
  }

  /** Whether it was 200. */
  public boolean isOk() {
    return status == HTTPResponse.SC_OK;
  }

  /** In a line. */
  public String inWords() {
    return "GET " + path + " " + status;
  }
}
