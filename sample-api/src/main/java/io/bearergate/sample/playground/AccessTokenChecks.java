package io.bearergate.sample.playground;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.bearergate.sample.flow.Checks.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an API checks in a signed access token, one by one and to the end, to be shown. The filter
 * itself stops at the first that fails, and tells nobody which it was.
 */
record AccessTokenChecks(String issuer, String audience, Instant now) {

  private static final Duration LEEWAY = Duration.ofSeconds(30);
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  List<Check> of(SignedJWT token) throws ParseException {
    JWSHeader header = token.getHeader();
    JWTClaimsSet claims = token.getJWTClaimsSet();
    Optional<JWK> key = key(header);
    return List.of(
        check("6", "the algorithm is asymmetric", isAsymmetric(header)),
        check("6", "the type is that of an access token, or none", isAccessToken(header)),
        check("7", "the key is the issuer's", key.isPresent()),
        check("8", "the signature is by that key", key.filter(k -> verifies(token, k)).isPresent()),
        check("9", "iss is the issuer this API trusts", issuer.equals(claims.getIssuer())),
        check("10", "aud names this API", claims.getAudience().contains(audience)),
        check("10", "sub says whose token it is", claims.getSubject() != null),
        check("10", "it is valid already", begun(claims)),
        check("11", "it has not expired", goesOn(claims.getExpirationTime())));
  }

  private static Check check(String number, String what, boolean holds) {
    return new Check("§4.1/" + number, what, holds);
  }

  private static boolean isAsymmetric(JWSHeader header) {
    return JWSAlgorithm.Family.SIGNATURE.contains(header.getAlgorithm());
  }

  private static boolean isAccessToken(JWSHeader header) {
    return Optional.ofNullable(header.getType())
        .map(JOSEObjectType::toString)
        .map(type -> TYPES.contains(type.toLowerCase(java.util.Locale.ROOT)))
        .orElse(true);
  }

  private Optional<JWK> key(JWSHeader header) {
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(issuer));
      JWKSet keys = JWKSet.load(metadata.getJWKSetURI().toURL());
      return Optional.ofNullable(keys.getKeyByKeyId(header.getKeyID()));
    } catch (IOException e) {
      throw new UncheckedIOException("no keys to be had from " + issuer, e);
    } catch (GeneralException | ParseException e) {
      return Optional.empty();
    }
  }

  private static boolean verifies(SignedJWT token, JWK key) {
    try {
      return token.verify(
          new DefaultJWSVerifierFactory()
              .createJWSVerifier(token.getHeader(), key.toRSAKey().toPublicKey()));
    } catch (JOSEException e) {
      return false;
    }
  }

  private boolean begun(JWTClaimsSet claims) {
    return Optional.ofNullable(claims.getNotBeforeTime())
        .map(Date::toInstant)
        .map(from -> !from.isAfter(now.plus(LEEWAY)))
        .orElse(true);
  }

  private boolean goesOn(@org.jspecify.annotations.Nullable Date end) {
    return end != null && now.minus(LEEWAY).isBefore(end.toInstant());
  }
}
