package io.bearergate.sample.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Map;

/** What an answer says, taken apart. */
public final class Parsed {

  private Parsed() {}

  public static Map<String, Object> json(HttpResponse<String> response) {
    try {
      return JSONObjectUtils.parse(response.body());
    } catch (ParseException e) {
      throw new AssertionError("not JSON: " + response.body(), e);
    }
  }

  public static String member(HttpResponse<String> response, String name) {
    return (String) json(response).get(name);
  }

  public static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  /** The parameters of the address the browser is sent to. */
  public static Map<String, String> redirect(HttpResponse<String> response) {
    String query = URI.create(location(response)).getRawQuery();
    return MultivaluedMapUtils.toSingleValuedMap(URLUtils.parseParameters(query));
  }

  public static JWTClaimsSet claims(String jwt) {
    try {
      return SignedJWT.parse(jwt).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError("not a JWT", e);
    }
  }

  public static SignedJWT jwt(String jwt) {
    try {
      return SignedJWT.parse(jwt);
    } catch (ParseException e) {
      throw new AssertionError("not a JWT", e);
    }
  }
}
