package io.bearergate.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.util.Base64URL;
import java.security.interfaces.ECPublicKey;

/**
 * Verifies the one ECDSA algorithm of its curve (RFC 7518 §3.4, RFC 8812 §3.2). Immutable and
 * thread-safe.
 *
 * <p>Nimbus's verifier refuses a signature of the wrong length and one whose {@code r} or {@code s}
 * is zero or not below the group order, before the JDK sees it (CVE-2022-21449, "psychic
 * signatures").
 */
final class EcKey implements VerificationKey {

  private final ECDSAVerifier verifier;
  private final JwsAlgorithm algorithm;
  private final JWSHeader header;

  private EcKey(ECDSAVerifier verifier, JwsAlgorithm algorithm) {
    this.verifier = verifier;
    this.algorithm = algorithm;
    this.header = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
  }

  static EcKey of(ECPublicKey key, JwsAlgorithm algorithm) throws UnfitKey {
    if (!ECChecks.isPointOnCurve(key, key.getParams())) {
      throw new UnfitKey("is a point that is not on its curve");
    }
    try {
      return new EcKey(new ECDSAVerifier(key), algorithm);
    } catch (JOSEException e) {
      throw new UnfitKey("is on a curve that no JWS algorithm uses");
    }
  }

  @Override
  public boolean verifies(JwsAlgorithm asked, byte[] signingInput, byte[] signature) {
    if (asked != algorithm) {
      return false;
    }
    try {
      return verifier.verify(header, signingInput, Base64URL.encode(signature));
    } catch (JOSEException e) {
      return false;
    }
  }
}
