package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * {@code POST /__mock/clock {"advance":901}}: moves the clock on by seconds. Part of the control
 * plane. It reads JSON only, which no foreign web page can send without asking (CORS).
 */
record ClockEndpoint(InstantSource clock) implements Endpoint {

  @Override
  public String path() {
    return "/__mock/clock";
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    try {
      long seconds = JSONObjectUtils.getLong(request.getBodyAsJSONObject(), "advance");
      if (!(clock instanceof VirtualClock virtual)) {
        return Replies.error(OAuth2Error.INVALID_REQUEST);
      }
      virtual.advance(Duration.ofSeconds(seconds));
      return Replies.json(HTTPResponse.SC_OK, Map.of("now", clock.instant().toString()));
    } catch (ParseException e) {
      return Replies.error(OAuth2Error.INVALID_REQUEST);
    }
  }
}
