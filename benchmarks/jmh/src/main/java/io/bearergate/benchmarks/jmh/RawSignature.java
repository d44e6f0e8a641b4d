package io.bearergate.benchmarks.jmh;

import com.nimbusds.jose.crypto.impl.ECDSA;
import io.bearergate.test.TestKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.Callable;

/**
 * The signature and nothing else: what no verifier can be faster than. The key is prepared, the
 * token taken apart and its signature decoded beforehand; what is left is {@code getInstance},
 * {@code initVerify}, {@code update} and {@code verify}.
 */
record RawSignature(SignatureProvider provider, String algorithm, PublicKey key)
    implements Contender {

  static RawSignature of(TestKey key, SignatureProvider provider) throws GeneralSecurityException {
    return new RawSignature(provider, key.algorithm(), provider.prepared(key.pair().getPublic()));
  }

  @Override
  public Callable<Object> verification(String token) throws Exception {
    int dot = token.lastIndexOf('.');
    byte[] signingInput = token.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
    byte[] decoded = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    byte[] signature =
        provider.wantsDer(algorithm) ? ECDSA.transcodeSignatureToDER(decoded) : decoded;
    return () -> verify(signingInput, signature);
  }

  private Object verify(byte[] signingInput, byte[] signature) throws GeneralSecurityException {
    Signature verifier = provider.signature(algorithm);
    verifier.initVerify(key);
    verifier.update(signingInput);
    if (!verifier.verify(signature)) {
      throw new IllegalStateException("a good signature was not accepted");
    }
    return signature;
  }
}
