package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.issuer.BackchannelRequests.Notice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code GET /__mock/inbox/{username}}: what has been sent to the user's own device. Part of the
 * control plane.
 */
record InboxControl(BackchannelRequests requests) implements Endpoint {

  @Override
  public String path() {
    return "/__mock/inbox/";
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.GET);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    String username = request.getURI().getPath().substring(path().length());
    List<Map<String, String>> notices =
        requests.noticesTo(username).stream().map(InboxControl::told).toList();
    return Replies.json(HTTPResponse.SC_OK, Map.of("notices", notices));
  }

  private static Map<String, String> told(Notice notice) {
    return Map.of(
        "binding_message", notice.bindingMessage(),
        "link", notice.link().toString(),
        "expires_at", notice.end().toString());
  }
}
