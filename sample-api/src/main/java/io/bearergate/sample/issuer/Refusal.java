package io.bearergate.sample.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** That a client's request is refused with more to say than an error code. */
final class Refusal extends GeneralException {

  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;

  private final transient Map<String, ?> members;
  private final transient Optional<Duration> retryAfter;

  private Refusal(ErrorObject error, Map<String, ?> members, Optional<Duration> retryAfter) {
    super(error);
    this.members = members;
    this.retryAfter = retryAfter;
  }

  /** An error with more members in its body. */
  static Refusal with(ErrorObject error, Map<String, ?> members) {
    return new Refusal(error, members, Optional.empty());
  }

  /** An error that says when to come again, in a header and with more members in its body. */
  static Refusal until(Duration retryAfter, ErrorObject error, Map<String, ?> members) {
    return new Refusal(error, members, Optional.of(retryAfter));
  }

  /** Too much was asked of us; the code is the flow's own. */
  static Refusal tooMany(String code, Duration retryAfter) {
    return until(retryAfter, new ErrorObject(code, null, TOO_MANY_REQUESTS), Map.of());
  }

  /** The answer to any refused request, in the form of RFC 6749 §5.2. */
  static HTTPResponse answer(GeneralException refused, HTTPRequest request) {
    ErrorObject error =
        Optional.ofNullable(refused.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
    HTTPResponse response = Replies.refusal(error, request);
    if (refused instanceof Refusal refusal) {
      refusal.completeIn(response, error);
    }
    return response;
  }

  private void completeIn(HTTPResponse response, ErrorObject error) {
    Map<String, Object> body = new LinkedHashMap<>(error.toJSONObject());
    body.putAll(members);
    response.setBody(JSONObjectUtils.toJSONString(body));
    retryAfter.ifPresent(
        span -> response.setHeader("Retry-After", Long.toString(Math.max(1, span.toSeconds()))));
  }
}
