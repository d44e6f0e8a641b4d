package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.util.Map;
import java.util.Set;
import net.minidev.json.JSONObject;

/**
 * {@code POST /__mock/token {"header":{"typ":…},"claims":{…},"key":"current"|"stranger"}}: signs
 * whatever it is given, to see it refused. Part of the control plane.
 */
record MintEndpoint(SigningKeys keys) implements Endpoint {

  @Override
  public String path() {
    return "/__mock/token";
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    try {
      String token = mint(request.getBodyAsJSONObject());
      return Replies.json(HTTPResponse.SC_OK, Map.of("token", token));
    } catch (ParseException | java.text.ParseException e) {
      return Replies.error(OAuth2Error.INVALID_REQUEST);
    }
  }

  private String mint(JSONObject order) throws ParseException, java.text.ParseException {
    JSONObject header = JSONObjectUtils.getJSONObject(order, "header", new JSONObject());
    String type = JSONObjectUtils.getString(header, "typ", "JWT");
    JWTClaimsSet claims = JWTClaimsSet.parse(JSONObjectUtils.getJSONObject(order, "claims"));
    boolean byStranger = JSONObjectUtils.getString(order, "key", "current").equals("stranger");
    RSAKey key = byStranger ? SigningKeys.newKey() : keys.current();
    JWSHeader signed =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType(type))
            .keyID(keys.current().getKeyID())
            .build();
    return SigningKeys.sign(signed, claims, key).serialize();
  }
}
