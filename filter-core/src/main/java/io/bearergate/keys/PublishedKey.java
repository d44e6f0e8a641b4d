package io.bearergate.keys;

import com.nimbusds.jose.jwk.Curve;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that an issuer published and that is fit to verify signatures. Immutable.
 *
 * @param keyId null when the issuer gave it none
 * @param algorithms what it may verify; at least one
 * @param identity equal for equal key material
 */
record PublishedKey(
    @Nullable String keyId, Set<JwsAlgorithm> algorithms, String identity, VerificationKey key) {

  PublishedKey {
    algorithms = Set.copyOf(algorithms);
  }

  /**
   * Binds a key to the algorithms of its type and curve.
   *
   * @param jwkAlgorithm the JWK's {@code alg}, which narrows them to one; null for none
   */
  static PublishedKey of(@Nullable String keyId, @Nullable String jwkAlgorithm, PublicKey publicKey)
      throws UnfitKey {
    Set<JwsAlgorithm> fitting = fitting(publicKey);
    Set<JwsAlgorithm> allowed =
        jwkAlgorithm == null ? fitting : narrowed(fitting, jwkAlgorithm, publicKey);
    return new PublishedKey(keyId, allowed, identity(publicKey), prepared(publicKey, fitting));
  }

  private static String identity(PublicKey publicKey) {
    return Base64.getEncoder().encodeToString(publicKey.getEncoded());
  }

  private static Set<JwsAlgorithm> fitting(PublicKey publicKey) throws UnfitKey {
    if (publicKey instanceof RSAPublicKey) {
      return algorithms("RSA", "");
    }
    if (publicKey instanceof ECPublicKey ec) {
      return algorithms("EC", String.valueOf(Curve.forECParameterSpec(ec.getParams())));
    }
    if (publicKey instanceof EdECPublicKey edwards) {
      return algorithms("OKP", edwards.getParams().getName());
    }
    throw new UnfitKey("is of a type that verifies no signature");
  }

  private static Set<JwsAlgorithm> algorithms(String keyType, String curve) throws UnfitKey {
    Set<JwsAlgorithm> found = EnumSet.noneOf(JwsAlgorithm.class);
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      boolean curveFits = algorithm.curve().isEmpty() || algorithm.curve().equals(curve);
      if (curveFits && algorithm.keyType().equals(keyType) && algorithm.isSupported()) {
        found.add(algorithm);
      }
    }
    if (found.isEmpty()) {
      throw new UnfitKey("is on a curve that this JVM cannot verify");
    }
    return found;
  }

  private static Set<JwsAlgorithm> narrowed(
      Set<JwsAlgorithm> fitting, String jwkAlgorithm, PublicKey publicKey) throws UnfitKey {
    JwsAlgorithm named =
        JwsAlgorithm.named(jwkAlgorithm)
            .filter(fitting::contains)
            .orElseThrow(() -> new UnfitKey("has an alg that does not go with its type and curve"));
    // EdDSA and Ed25519 (or Ed448) are two names of one algorithm, once the curve is known.
    return publicKey instanceof EdECPublicKey ? fitting : EnumSet.of(named);
  }

  private static VerificationKey prepared(PublicKey publicKey, Set<JwsAlgorithm> fitting)
      throws UnfitKey {
    if (publicKey instanceof RSAPublicKey rsa) {
      return RsaKey.of(rsa);
    }
    if (publicKey instanceof ECPublicKey ec) {
      return EcKey.of(ec, fitting.iterator().next());
    }
    return EdwardsKey.of((EdECPublicKey) publicKey);
  }
}
