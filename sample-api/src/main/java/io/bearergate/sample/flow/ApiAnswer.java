package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.net.URI;

/** What the API said to a request with an access token. */
record ApiAnswer(String path, int status) {

  static ApiAnswer toGet(String path, AccessToken token, ApiAccess access) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, access.api().resolve(path));
    request.setAuthorization(token.toAuthorizationHeader());
    HTTPResponse response = access.http().exchange(request);
    return new ApiAnswer(path, response.getStatusCode());
  }

  boolean isOk() {
    return status == HTTPResponse.SC_OK;
  }

  String inWords() {
    return "GET " + path + " " + status;
  }

  record ApiAccess(URI api, RecordedHttp http) {}
}
