package io.bearergate.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Our own private keys as people write them: a JWK set (RFC 7517 §5) or PEM (RFC 7468 §10). One
 * that is unfit stops the start: nobody configures a key in order not to use it.
 */
final class PrivateKeyText {

  private static final List<String> KEY_TYPES = List.of("RSA", "EC");
  private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);
  private static final List<String> OPERATIONS =
      List.of("decrypt", "unwrapKey", "deriveKey", "deriveBits");

  private PrivateKeyText() {}

  /**
   * At least one key.
   *
   * @throws IllegalArgumentException whose message holds nothing of a key
   */
  static List<DecryptionKey> parse(String text) {
    List<DecryptionKey> keys = new ArrayList<>();
    try {
      if (text.stripLeading().startsWith("{")) {
        for (Object member : JwksDocument.members(text)) {
          keys.add(ofJwk(member));
        }
      } else {
        for (PemText.Block block : PemText.blocks(text)) {
          if (block.label().endsWith("PRIVATE KEY")) {
            keys.add(of(null, null, pkcs8(block)));
          }
        }
      }
    } catch (UnfitKey e) {
      throw new IllegalArgumentException("key " + (keys.size() + 1) + " " + e.getMessage() + ".");
    } catch (BadAnswer e) {
      throw new IllegalArgumentException(e.getMessage() + ".");
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("holds no private key.");
    }
    return keys;
  }

  static PrivateKey pkcs8(PemText.Block block) throws UnfitKey {
    if (!block.label().equals("PRIVATE KEY")) {
      throw new UnfitKey(
          "is not plain PKCS #8; convert it by openssl pkcs8 -topk8 -nocrypt -in KEY");
    }
    for (String keyType : KEY_TYPES) {
      try {
        return KeyFactory.getInstance(keyType)
            .generatePrivate(new PKCS8EncodedKeySpec(block.der()));
      } catch (InvalidKeySpecException e) {
        // Of another type: the encoding names it, but the JDK has no way to ask.
      } catch (GeneralSecurityException | RuntimeException e) {
        throw new UnfitKey("is malformed");
      }
    }
    throw new UnfitKey("is malformed, or neither RSA nor EC");
  }

  private static DecryptionKey ofJwk(Object member) throws UnfitKey {
    try {
      @SuppressWarnings("unchecked") // the parser makes no other maps
      JWK jwk = JWK.parse((Map<String, Object>) member);
      refuseOtherUses(jwk);
      String algorithm = jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName();
      return of(jwk.getKeyID(), algorithm, privateHalf(jwk));
    } catch (ParseException | JOSEException | RuntimeException e) {
      throw new UnfitKey("is no JWK, or malformed"); // its messages may quote the key
    }
  }

  private static void refuseOtherUses(JWK jwk) throws UnfitKey {
    if (jwk.getKeyUse() != null && !jwk.getKeyUse().identifier().equals("enc")) {
      throw new UnfitKey("has a use other than enc");
    }
    if (jwk.getKeyOperations() != null
        && jwk.getKeyOperations().stream().noneMatch(op -> OPERATIONS.contains(op.identifier()))) {
      throw new UnfitKey("has key_ops without decrypt, unwrapKey or deriveKey");
    }
  }

  private static PrivateKey privateHalf(JWK jwk) throws UnfitKey, JOSEException {
    if (!jwk.isPrivate()) {
      throw new UnfitKey("has no private half");
    }
    if (jwk instanceof RSAKey rsa) {
      return rsa.toRSAPrivateKey();
    }
    if (jwk instanceof ECKey ec) {
      return ec.toECPrivateKey();
    }
    throw new UnfitKey("has a kty other than RSA and EC");
  }

  private static DecryptionKey of(
      @Nullable String keyId, @Nullable String jwkAlgorithm, PrivateKey key) throws UnfitKey {
    checkStrength(key);
    Set<KeyManagement> fitting = KeyManagement.of(key.getAlgorithm());
    if (jwkAlgorithm == null) {
      return new DecryptionKey(keyId, fitting, key);
    }
    KeyManagement named =
        KeyManagement.named(jwkAlgorithm)
            .filter(fitting::contains)
            .orElseThrow(() -> new UnfitKey("has an alg that does not go with its type"));
    return new DecryptionKey(keyId, Set.of(named), key);
  }

  private static void checkStrength(PrivateKey key) throws UnfitKey {
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < RsaKey.LEAST_BITS) {
      throw new UnfitKey("is RSA of fewer than " + RsaKey.LEAST_BITS + " bit");
    }
    if (key instanceof ECPrivateKey ec && !CURVES.contains(curve(ec))) {
      throw new UnfitKey("is on a curve other than P-256, P-384 and P-521");
    }
  }

  private static Curve curve(ECPrivateKey key) {
    Curve curve = Curve.forECParameterSpec(key.getParams());
    return curve == null ? new Curve("unknown") : curve;
  }
}
