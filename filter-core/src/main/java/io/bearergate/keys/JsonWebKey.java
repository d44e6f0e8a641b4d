package io.bearergate.keys;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One member of a JWK set (RFC 7517 §4, RFC 7518 §6, RFC 8037 §2). A member that is {@code null}
 * counts as absent.
 *
 * @param members the JSON object as parsed
 */
record JsonWebKey(Map<?, ?> members) {

  /** In UTF-16 characters; a key with a longer {@code kid}, or a token, is not looked at. */
  static final int MOST_KEY_ID_CHARS = 256;

  /** RFC 7518 §6.2.2, §6.3.2 and §6.4.1; the last is the symmetric key. */
  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /** 4096 bit and 32 bit, in base64url. */
  private static final Map<String, Integer> MOST_HOLDER_CHARS = Map.of("n", 683, "e", 6);

  private static final Map<String, Curve> CURVES =
      Map.of(
          "P-256", Curve.P_256,
          "P-384", Curve.P_384,
          "P-521", Curve.P_521,
          "secp256k1", Curve.SECP256K1);

  private static final Map<String, Integer> EDWARDS_OCTETS = Map.of("Ed25519", 32, "Ed448", 57);

  /** The key made ready. Whatever is wrong with it, an {@link UnfitKey} says so. */
  PublishedKey published() throws UnfitKey {
    refusePrivateMembers();
    refuseOtherUses();
    try {
      return PublishedKey.of(keyId(), text("alg"), publicKey());
    } catch (GeneralSecurityException | RuntimeException e) {
      // The JDK's parsers throw either for nonsense; its messages may quote the key.
      throw new UnfitKey("is malformed");
    }
  }

  /**
   * The same for a key that a stranger brings along: none so long that to verify with it is a
   * burden.
   */
  PublishedKey brought() throws UnfitKey {
    for (Map.Entry<String, Integer> most : MOST_HOLDER_CHARS.entrySet()) {
      String value = text(most.getKey());
      if (value != null && value.length() > most.getValue()) {
        throw new UnfitKey("is RSA of more than 4096 bit, or of a large exponent");
      }
    }
    return published();
  }

  /** The public key, for agreeing on another (RFC 7518 §4.6.1.1). */
  PublicKey agreementKey() throws GeneralSecurityException {
    try {
      refusePrivateMembers();
      return publicKey();
    } catch (UnfitKey e) {
      throw new InvalidKeyException(e);
    }
  }

  private void refusePrivateMembers() throws UnfitKey {
    for (String name : PRIVATE) {
      if (members.containsKey(name)) {
        throw new UnfitKey("has private or symmetric members; publish public keys only");
      }
    }
  }

  private void refuseOtherUses() throws UnfitKey {
    String use = text("use");
    if (use != null && !use.equals("sig")) {
      throw new UnfitKey("has a use other than sig");
    }
    Object operations = members.get("key_ops");
    if (operations != null && !(operations instanceof List<?> list && list.contains("verify"))) {
      throw new UnfitKey("has key_ops without verify");
    }
  }

  private @Nullable String keyId() throws UnfitKey {
    String keyId = text("kid");
    if (keyId != null && keyId.length() > MOST_KEY_ID_CHARS) {
      throw new UnfitKey("has a kid longer than " + MOST_KEY_ID_CHARS + " characters");
    }
    return keyId;
  }

  private PublicKey publicKey() throws UnfitKey, GeneralSecurityException {
    String keyType = required("kty");
    return switch (keyType) {
      case "RSA" -> rsa();
      case "EC" -> ec();
      case "OKP" -> edwards();
      default -> throw new UnfitKey("has a kty other than RSA, EC and OKP");
    };
  }

  private PublicKey rsa() throws UnfitKey, GeneralSecurityException {
    BigInteger modulus = new BigInteger(1, octets("n"));
    BigInteger exponent = new BigInteger(1, octets("e"));
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  private PublicKey ec() throws UnfitKey, GeneralSecurityException {
    Curve curve = CURVES.get(required("crv"));
    if (curve == null) {
      throw new UnfitKey("is on a curve that no JWS algorithm uses");
    }
    ECPoint point = new ECPoint(new BigInteger(1, octets("x")), new BigInteger(1, octets("y")));
    ECParameterSpec parameters = curve.toECParameterSpec();
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
  }

  private PublicKey edwards() throws UnfitKey, GeneralSecurityException {
    String curve = required("crv");
    byte[] octets = octets("x");
    Integer length = EDWARDS_OCTETS.get(curve);
    if (length == null || octets.length != length) {
      throw new UnfitKey("is no Ed25519 key of 32 octets and no Ed448 key of 57");
    }
    return KeyFactory.getInstance(curve)
        .generatePublic(new EdECPublicKeySpec(new NamedParameterSpec(curve), point(octets)));
  }

  /** RFC 8032 §5.1.2: little-endian {@code y}, and in the topmost bit whether {@code x} is odd. */
  private static EdECPoint point(byte[] octets) {
    byte[] y = new byte[octets.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = octets[octets.length - 1 - i];
    }
    boolean xIsOdd = (y[0] & 0x80) != 0;
    y[0] &= 0x7f;
    return new EdECPoint(xIsOdd, new BigInteger(1, y));
  }

  private byte[] octets(String name) throws UnfitKey {
    try {
      return Base64.getUrlDecoder().decode(required(name));
    } catch (IllegalArgumentException e) {
      throw new UnfitKey("has a member " + name + " that is not base64url");
    }
  }

  private String required(String name) throws UnfitKey {
    String value = text(name);
    if (value == null) {
      throw new UnfitKey("lacks the member " + name);
    }
    return value;
  }

  private @Nullable String text(String name) throws UnfitKey {
    Object value = members.get(name);
    if (value != null && !(value instanceof String)) {
      throw new UnfitKey("has a member " + name + " that is not a string");
    }
    return (String) value;
  }
}
