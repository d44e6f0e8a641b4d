package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.util.Map;
import net.minidev.json.JSONObject;

/**
 * {@code {"header":{"typ":…},"claims":{…},"key":"current"|"stranger"}}: signs whatever it is given,
 * to see it refused.
 */
record MintLever(SigningKeys keys) implements ControlEndpoint.Lever {

  @Override
  public Map<String, ?> pull(JSONObject order) throws ParseException {
    JSONObject header = JSONObjectUtils.getJSONObject(order, "header", new JSONObject());
    String type = JSONObjectUtils.getString(header, "typ", "JWT");
    boolean byStranger = JSONObjectUtils.getString(order, "key", "current").equals("stranger");
    RSAKey current = keys.current();
    JWSHeader signed =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType(type))
            .keyID(current.getKeyID())
            .build();
    RSAKey key = byStranger ? SigningKeys.newKey() : current;
    return Map.of("token", SigningKeys.sign(signed, claims(order), key).serialize());
  }

  private static JWTClaimsSet claims(JSONObject order) throws ParseException {
    try {
      return JWTClaimsSet.parse(JSONObjectUtils.getJSONObject(order, "claims"));
    } catch (java.text.ParseException e) {
      throw new ParseException("no claims", e);
    }
  }
}
