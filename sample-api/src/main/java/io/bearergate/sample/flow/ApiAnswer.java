package io.bearergate.sample.flow;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API said to a request with an access token. */
public record ApiAnswer(String method, String path, int status) {

  static ApiAnswer toGet(String path, AccessToken token, Trip trip) {
    return toGet(uri(path, trip), token, trip.http());
  }

  /** To a call of an API elsewhere, or by another way. */
  static ApiAnswer toGet(URI uri, AccessToken token, RecordedHttp http) {
    return to(new HTTPRequest(HTTPRequest.Method.GET, uri), token, http);
  }

  /**
   * To a call with a proof that the token's key is at hand; to the second one, with another proof,
   * if the API asked for a nonce (RFC 9449 §9).
   */
  static ApiAnswer toGet(String path, AccessToken token, DpopKey key, Trip trip) {
    HTTPResponse first = proven(path, token, key, null, trip);
    boolean again = first.getStatusCode() == 401 && first.getDPoPNonce() != null;
    HTTPResponse last = again ? proven(path, token, key, first.getDPoPNonce(), trip) : first;
    return new ApiAnswer("GET", uri(path, trip).getPath(), last.getStatusCode());
  }

  private static HTTPResponse proven(
      String path, AccessToken token, DpopKey key, @Nullable Nonce nonce, Trip trip) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, uri(path, trip));
    key.proveIn(request, token, nonce);
    request.setAuthorization(token.toAuthorizationHeader());
    return trip.http().exchange(request);
  }

  static ApiAnswer toPost(String path, Map<String, ?> json, AccessToken token, Trip trip) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, uri(path, trip));
    request.setHeader("Content-Type", "application/json");
    request.setBody(JSONObjectUtils.toJSONString(json));
    return to(request, token, trip.http());
  }

  private static URI uri(String path, Trip trip) {
    return trip.landscape().api().resolve(path);
  }

  private static ApiAnswer to(HTTPRequest request, AccessToken token, RecordedHttp http) {
    request.setAuthorization(token.toAuthorizationHeader());
    HTTPResponse response = http.exchange(request);
    return new ApiAnswer(
        request.getMethod().name(), request.getURI().getPath(), response.getStatusCode());
  }

  /** Whether it was 200. */
  public boolean isOk() {
    return status == HTTPResponse.SC_OK;
  }

  /** In a line. */
  public String inWords() {
    return method + " " + path + " " + status;
  }
}
