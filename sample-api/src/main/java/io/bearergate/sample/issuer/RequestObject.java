package io.bearergate.sample.issuer;

import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.minidev.json.JSONValue;

/**
 * A request object (RFC 9101) of which nobody knows yet who signed it.
 *
 * @param members of its payload, each there once
 */
record RequestObject(SignedJWT jwt, Map<String, Object> members) {

  /** What speaks of the object and not of the request. */
  private static final Set<String> ABOUT_ITSELF =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  static RequestObject parse(String text) throws GeneralException {
    JWT jwt = jwtIn(text);
    if (jwt instanceof EncryptedJWT) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    if (jwt instanceof SignedJWT signed
        && StrictJson.read(signed.getPayload().toString(), OAuth2Error.INVALID_REQUEST_OBJECT)
            instanceof Map<?, ?> payload) {
      return new RequestObject(signed, withNames(payload));
    }
    throw new GeneralException(OAuth2Error.INVALID_REQUEST_OBJECT);
  }

  private static JWT jwtIn(String text) throws GeneralException {
    try {
      return JWTParser.parse(text);
    } catch (ParseException e) {
      throw new GeneralException("no JWT", OAuth2Error.INVALID_REQUEST_OBJECT, e);
    }
  }

  private static Map<String, Object> withNames(Map<?, ?> payload) {
    Map<String, Object> members = new LinkedHashMap<>();
    payload.forEach((name, value) -> members.put((String) name, value));
    return members;
  }

  boolean namesAnotherThan(Client client) {
    return members.containsKey("client_id") && !client.id().equals(members.get("client_id"));
  }

  /** As they would stand in a query: text as it is, all else as JSON. */
  Parameters parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null && !ABOUT_ITSELF.contains(name)) {
            parameters.put(name, List.of(inQuery(value)));
          }
        });
    return new Parameters(parameters);
  }

  private static String inQuery(Object value) {
    return value instanceof String text ? text : JSONValue.toJSONString(value);
  }
}
