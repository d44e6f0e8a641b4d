package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.cnf.AbstractConfirmation;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a token's sender has to have: a key (RFC 9449), a certificate (RFC 8705), both or nothing.
 */
record Binding(
    Optional<JWKThumbprintConfirmation> key, Optional<X509CertificateConfirmation> certificate) {

  /** For a token that opens to whoever bears it. */
  static final Binding NONE = new Binding(Optional.empty(), Optional.empty());

  static Binding toKey(Optional<JWKThumbprintConfirmation> key) {
    return new Binding(key, Optional.empty());
  }

  /** What {@code cnf} says; nothing if it says nothing. */
  static Binding in(JWTClaimsSet claims) {
    return new Binding(
        Optional.ofNullable(JWKThumbprintConfirmation.parse(claims)),
        Optional.ofNullable(X509CertificateConfirmation.parse(claims)));
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** Adds {@code cnf} (RFC 7800 §3.1), if there is anything to confirm. */
  void describe(JWTClaimsSet.Builder claims) {
    Map<String, Object> members = new LinkedHashMap<>();
    Stream.<Optional<? extends AbstractConfirmation>>of(key, certificate)
        .flatMap(Optional::stream)
        .forEach(confirmation -> members.putAll(confirmation.toJWTClaim().getValue()));
    if (!members.isEmpty()) {
      claims.claim("cnf", members);
    }
  }
}
