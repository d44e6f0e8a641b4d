package io.bearergate.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a JWS algorithm is asked of {@code java.security.Signature}. Providers spell some
 * differently.
 *
 * @param parameters set when the name alone does not settle hash and salt
 * @param der whether the provider wants an ECDSA signature as DER and not as JWS has it
 */
record SignatureScheme(String name, @Nullable PSSParameterSpec parameters, boolean der) {

  private SignatureScheme(String name) {
    this(name, null, false);
  }

  /** The spellings of {@code algorithm}, which is not the ambiguous {@code EdDSA}; best first. */
  static List<SignatureScheme> of(JwsAlgorithm algorithm) {
    String bits = algorithm.name().substring(2);
    return switch (algorithm) {
      case RS256, RS384, RS512 -> List.of(new SignatureScheme("SHA" + bits + "withRSA"));
      case PS256, PS384, PS512 ->
          List.of(
              new SignatureScheme("RSASSA-PSS", pss(Integer.parseInt(bits)), false),
              new SignatureScheme("SHA" + bits + "withRSA/PSS"));
      case ES256, ES384, ES512 -> ecdsa("SHA" + bits);
      case ES256K -> ecdsa("SHA256");
      case Ed25519, EdDSA -> List.of(new SignatureScheme("Ed25519"), new SignatureScheme("EdDSA"));
      case Ed448 -> List.of(new SignatureScheme("Ed448"));
    };
  }

  /** RFC 7518 §3.5: MGF1 with the same hash, a salt as long as its value. */
  private static PSSParameterSpec pss(int bits) {
    String hash = "SHA-" + bits;
    return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, 1);
  }

  private static List<SignatureScheme> ecdsa(String hash) {
    return List.of(
        new SignatureScheme(hash + "withECDSAinP1363Format"),
        new SignatureScheme(hash + "withECDSA", null, true));
  }

  /** A {@code Signature} that awaits the octets that were signed. */
  Signature begun(Provider provider, PublicKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name, provider);
    signature.initVerify(key);
    if (parameters != null) {
      setParameters(signature, parameters);
    }
    return signature;
  }

  private static void setParameters(Signature signature, PSSParameterSpec parameters)
      throws GeneralSecurityException {
    try {
      signature.setParameter(parameters);
    } catch (IllegalArgumentException e) { // Corretto's, when the key is too short for the salt
      throw new InvalidAlgorithmParameterException(e);
    }
  }

  /** The signature of a JWS as the provider wants it. */
  byte[] form(byte[] signature) throws SignatureException {
    try {
      return der ? ECDSA.transcodeSignatureToDER(signature) : signature;
    } catch (JOSEException e) {
      throw new SignatureException(e);
    }
  }
}
