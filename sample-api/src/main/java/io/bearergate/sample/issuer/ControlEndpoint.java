package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Map;
import java.util.Set;
import net.minidev.json.JSONObject;

/**
 * One lever of the control plane: JSON in, JSON out. It reads JSON only, which no foreign web page
 * can send without asking (CORS).
 */
record ControlEndpoint(String path, Lever lever) implements Endpoint {

  /** What is done with an order. */
  @FunctionalInterface
  interface Lever {

    /**
     * Does it.
     *
     * @return what has come of it
     * @throws ParseException if the order makes no sense
     */
    Map<String, ?> pull(JSONObject order) throws ParseException;
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    try {
      return Replies.json(HTTPResponse.SC_OK, lever.pull(request.getBodyAsJSONObject()));
    } catch (ParseException e) {
      return Replies.error(OAuth2Error.INVALID_REQUEST);
    }
  }
}
