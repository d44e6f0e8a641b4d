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
 * {@code {"header":{"typ":…},"claims":{…},"key":"current"|"stranger"|"m2mpkj/assertion"}}: signs
 * whatever it is given, with the server's key to see it refused, with a fixture client's published
 * key for tools that cannot sign.
 */
record MintLever(SigningKeys keys) implements ControlEndpoint.Lever {

  @Override
  public Map<String, ?> pull(JSONObject order) throws ParseException {
    JSONObject header = JSONObjectUtils.getJSONObject(order, "header", new JSONObject());
    String type = JSONObjectUtils.getString(header, "typ", "JWT");
    Signer signer = signer(JSONObjectUtils.getString(order, "key", "current"));
    JWSHeader signed =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType(type))
            .keyID(signer.keyId())
            .build();
    return Map.of("token", SigningKeys.sign(signed, claims(order), signer.key()).serialize());
  }

  /** Whose key it is said to be, and whose it is. */
  private record Signer(String keyId, RSAKey key) {
    Signer(RSAKey key) {
      this(key.getKeyID(), key);
    }
  }

  private Signer signer(String name) throws ParseException {
    return switch (name) {
      case "current" -> new Signer(keys.current());
      case "stranger" -> new Signer(keys.current().getKeyID(), SigningKeys.newKey());
      default -> new Signer(publishedKey(name));
    };
  }

  private static RSAKey publishedKey(String name) throws ParseException {
    String[] ownerAndUse = name.split("/", -1);
    if (ownerAndUse.length != 2) {
      throw new ParseException("no key is called so");
    }
    try {
      return Fixtures.privateKeys(ownerAndUse[0], ownerAndUse[1]).get(0);
    } catch (IllegalArgumentException e) {
      throw new ParseException("no such key", e);
    }
  }

  private static JWTClaimsSet claims(JSONObject order) throws ParseException {
    try {
      return JWTClaimsSet.parse(JSONObjectUtils.getJSONObject(order, "claims"));
    } catch (java.text.ParseException e) {
      throw new ParseException("no claims", e);
    }
  }
}
