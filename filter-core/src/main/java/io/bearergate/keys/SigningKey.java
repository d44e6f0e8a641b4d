package io.bearergate.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our private key for telling an issuer who we are (RFC 7523). RSA of at least 2048 bit signs
 * RS256, or what the JWK's {@code alg} says; P-256, P-384 and P-521 sign ES256, ES384 and ES512.
 * Immutable and thread-safe.
 */
public final class SigningKey {

  private static final Map<Curve, JwsAlgorithm> BY_CURVE =
      Map.of(
          Curve.P_256, JwsAlgorithm.ES256,
          Curve.P_384, JwsAlgorithm.ES384,
          Curve.P_521, JwsAlgorithm.ES512);
  private static final String UNFIT = "holds a key that is no RSA or EC key fit to sign with.";

  private final PrivateKey key;
  private final JwsAlgorithm algorithm;
  private final SignatureScheme scheme;
  private final @Nullable String keyId;

  private SigningKey(PrivateKey key, JwsAlgorithm algorithm, @Nullable String keyId) {
    this.key = key;
    this.algorithm = algorithm;
    this.scheme = SignatureScheme.of(algorithm).get(0);
    this.keyId = keyId;
  }

  /**
   * Reads a private JWK set of one key, or one PKCS #8 PEM block.
   *
   * @throws IllegalArgumentException if it is anything else, or the key is unfit; the message holds
   *     nothing of the key
   */
  public static SigningKey parse(String jwksOrPem) {
    try {
      SigningKey parsed =
          jwksOrPem.stripLeading().startsWith("{") ? ofJwks(jwksOrPem) : ofPem(jwksOrPem);
      String unused = parsed.sign(Map.of());
      return parsed;
    } catch (BadAnswer | UnfitKey e) {
      throw new IllegalArgumentException(e.getMessage() + ".");
    } catch (ParseException | JOSEException | IllegalStateException e) {
      throw new IllegalArgumentException(UNFIT); // its messages may quote the key
    }
  }

  private static SigningKey ofPem(String pem) throws UnfitKey {
    List<PemText.Block> blocks =
        PemText.blocks(pem).stream().filter(b -> b.label().endsWith("PRIVATE KEY")).toList();
    return of(PrivateKeyText.pkcs8(only(blocks)), null, null);
  }

  private static SigningKey ofJwks(String jwks)
      throws BadAnswer, UnfitKey, ParseException, JOSEException {
    @SuppressWarnings("unchecked") // the parser makes no other maps
    JWK jwk = JWK.parse((Map<String, Object>) only(JwksDocument.members(jwks)));
    if (!jwk.isPrivate()
        || (jwk.getKeyUse() != null && !jwk.getKeyUse().identifier().equals("sig"))) {
      throw new UnfitKey("holds a key without private half, or with a use other than sig");
    }
    String named = jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName();
    if (jwk instanceof RSAKey rsa) {
      return of(rsa.toRSAPrivateKey(), named, jwk.getKeyID());
    }
    if (jwk instanceof ECKey ec) {
      return of(ec.toECPrivateKey(), named, jwk.getKeyID());
    }
    throw new IllegalArgumentException(UNFIT);
  }

  private static <T> T only(List<T> keys) {
    if (keys.size() != 1) {
      throw new IllegalArgumentException("holds " + keys.size() + " private keys. Give it one.");
    }
    return keys.get(0);
  }

  private static SigningKey of(PrivateKey key, @Nullable String named, @Nullable String keyId) {
    JwsAlgorithm own = algorithmOf(key);
    JwsAlgorithm wanted = named == null ? own : JwsAlgorithm.named(named).orElse(null);
    boolean fits = wanted == own || (wanted != null && own == JwsAlgorithm.RS256 && isRsa(wanted));
    if (own == null || wanted == null || !fits) {
      throw new IllegalArgumentException(UNFIT);
    }
    return new SigningKey(key, wanted, keyId);
  }

  private static boolean isRsa(JwsAlgorithm algorithm) {
    return algorithm.keyType().equals("RSA");
  }

  private static @Nullable JwsAlgorithm algorithmOf(PrivateKey key) {
    if (key instanceof RSAPrivateKey rsa) {
      return rsa.getModulus().bitLength() < RsaKey.LEAST_BITS ? null : JwsAlgorithm.RS256;
    }
    Curve curve = key instanceof ECPrivateKey ec ? Curve.forECParameterSpec(ec.getParams()) : null;
    return curve == null ? null : BY_CURVE.get(curve);
  }

  /**
   * A compact JWS over {@code claims}.
   *
   * @param claims text and whole numbers
   * @throws IllegalStateException if the JVM no longer signs with the key
   */
  public String sign(Map<String, Object> claims) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm.name());
    header.put("typ", "JWT");
    if (keyId != null) {
      header.put("kid", keyId);
    }
    String input = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance(scheme.name());
      if (scheme.parameters() != null) {
        signature.setParameter(scheme.parameters());
      }
      signature.initSign(key);
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JVM does not sign with introspection-client-key", e);
    }
  }

  private static String encoded(Map<String, Object> json) {
    return encoded(JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  /** No key in a log by accident. */
  @Override
  public String toString() {
    return "SigningKey";
  }
}
