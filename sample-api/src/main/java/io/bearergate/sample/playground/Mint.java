package io.bearergate.sample.playground;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.flow.RecordedHttp;
import java.net.URI;
import java.util.Map;

/**
 * Tokens that say what is asked for, by the mock's control plane: the way to one that is expired,
 * or for somebody else, without waiting a day.
 */
record Mint(String issuer) {

  /** Who signs. */
  enum Key {
    CURRENT,
    STRANGER
  }

  String token(SignedJWT like, Map<String, Object> claims, Key key) {
    HTTPRequest order =
        new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer).resolve("/__mock/token"));
    String type = String.valueOf(like.getHeader().getType());
    order.setBody(
        JSONObjectUtils.toJSONString(
            Map.of(
                "header",
                Map.of("typ", type),
                "claims",
                claims,
                "key",
                key == Key.CURRENT ? "current" : "stranger")));
    try {
      order.setContentType("application/json");
      HTTPResponse minted = new RecordedHttp((request, response) -> {}).exchange(order);
      return String.valueOf(minted.getBodyAsJSONObject().get("token"));
    } catch (ParseException e) {
      throw new IllegalStateException("the control plane is off", e);
    }
  }
}
