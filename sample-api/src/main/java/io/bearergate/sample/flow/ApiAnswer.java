package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;

/** What the API said to a request with an access token. */
public record ApiAnswer(String path, int status) {

  static ApiAnswer toGet(String path, AccessToken token, Trip trip) {
    HTTPRequest request =
        new HTTPRequest(HTTPRequest.Method.GET, trip.landscape().api().resolve(path));
    request.setAuthorization(token.toAuthorizationHeader());
    HTTPResponse response = trip.http().exchange(request);
    return new ApiAnswer(path, response.getStatusCode());
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
