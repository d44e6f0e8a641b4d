package io.bearergate.benchmarks.http.server;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * All that a server is told of the issuer: every protection is configured from this and nothing
 * else.
 *
 * @param url the {@code iss}
 * @param jwksUri where its keys are served
 * @param jwks its keys, one of them
 */
public record TrustedIssuer(String url, String jwksUri, String jwks) {

  /** The API's identifier: the {@code aud} every protection asks for. */
  public static final String AUDIENCE = "https://api.example.com";

  /** The scope every protection asks for. */
  public static final String SCOPE = "read:orders";

  static TrustedIssuer read(String url, String jwksUri, Path jwks) throws IOException {
    return new TrustedIssuer(url, jwksUri, Files.readString(jwks));
  }

  JWKSet keys() {
    try {
      return JWKSet.parse(jwks);
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a JWKS", e);
    }
  }

  JWSAlgorithm algorithm() {
    return JWSAlgorithm.parse(keys().getKeys().get(0).getAlgorithm().getName());
  }
}
