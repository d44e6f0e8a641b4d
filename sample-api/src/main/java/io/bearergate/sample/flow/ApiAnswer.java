package io.bearergate.sample.flow;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.net.URI;
import java.util.Map;

/** What the API said to a request with an access token. */
public record ApiAnswer(String method, String path, int status) {

  static ApiAnswer toGet(String path, AccessToken token, Trip trip) {
    return to(new HTTPRequest(HTTPRequest.Method.GET, uri(path, trip)), token, trip);
  }

  static ApiAnswer toPost(String path, Map<String, ?> json, AccessToken token, Trip trip) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, uri(path, trip));
    request.setHeader("Content-Type", "application/json");
    request.setBody(JSONObjectUtils.toJSONString(json));
    return to(request, token, trip);
  }

  private static URI uri(String path, Trip trip) {
    return trip.landscape().api().resolve(path);
  }

  private static ApiAnswer to(HTTPRequest request, AccessToken token, Trip trip) {
    request.setAuthorization(token.toAuthorizationHeader());
    HTTPResponse response = trip.http().exchange(request);
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
