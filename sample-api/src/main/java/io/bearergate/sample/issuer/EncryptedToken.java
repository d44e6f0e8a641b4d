package io.bearergate.sample.issuer;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;

/**
 * A signed token in an envelope that only its API opens (RFC 7516, RFC 7519 §5.2): neither the
 * client nor anybody in between can read the claims.
 */
final class EncryptedToken {

  private EncryptedToken() {}

  /** Five parts; how the content key is wrapped, the registered key says itself. */
  static String of(SignedJWT signed, RSAKey key) {
    JWEHeader header =
        new JWEHeader.Builder(
                JWEAlgorithm.parse(key.getAlgorithm().getName()), EncryptionMethod.A256GCM)
            .contentType("JWT")
            .keyID(key.getKeyID())
            .build();
    JWEObject envelope = new JWEObject(header, new Payload(signed));
    try {
      envelope.encrypt(new RSAEncrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key that was registered to encrypt with", e);
    }
    return envelope.serialize();
  }
}
