package io.bearergate.interop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Keys for servers that have to be given one. */
final class Keys {

  private static final int KEY_BITS = 2048;

  private Keys() {}

  static RSAKey newSigningKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }
}
