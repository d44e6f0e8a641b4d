package io.bearergate.keys;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The asymmetric JWS algorithms of RFC 7518, RFC 8037, RFC 8812 and RFC 9864. There is no symmetric
 * one and no {@code none} on purpose: what is not listed cannot be configured, and a token that
 * names it is refused.
 */
public enum JwsAlgorithm {
  RS256("RSA", ""),
  RS384("RSA", ""),
  RS512("RSA", ""),
  PS256("RSA", ""),
  PS384("RSA", ""),
  PS512("RSA", ""),
  ES256("EC", "P-256"),
  ES384("EC", "P-384"),
  ES512("EC", "P-521"),
  ES256K("EC", "secp256k1"),
  /** RFC 8037's name: either curve. */
  EdDSA("OKP", ""),
  Ed25519("OKP", "Ed25519"),
  Ed448("OKP", "Ed448");

  private static final Map<String, JwsAlgorithm> BY_NAME =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(JwsAlgorithm::name, named -> named));

  private final String keyType;
  private final String curve;

  JwsAlgorithm(String keyType, String curve) {
    this.keyType = keyType;
    this.curve = curve;
  }

  /** The JWK {@code kty} that may sign with it (RFC 7517 §4.1). */
  public String keyType() {
    return keyType;
  }

  /** The one JWK {@code crv} that may sign with it; empty where the algorithm names none. */
  public String curve() {
    return curve;
  }

  /** The algorithm of this exact, case-sensitive name. */
  public static Optional<JwsAlgorithm> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Whether this JVM can verify it; asked no sooner than a key or a setting names it. */
  public boolean isSupported() {
    return this != ES256K || Secp256k1.OF_THE_JVM;
  }

  /** To ask makes the JVM load every provider it has: 50 ms of a start. */
  private static final class Secp256k1 {
    static final boolean OF_THE_JVM = canBeVerified();

    /** By generating parameters of a key: that they can be named is not enough. */
    private static boolean canBeVerified() {
      try {
        KeyPairGenerator.getInstance("EC").initialize(new ECGenParameterSpec("secp256k1"));
        return true;
      } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
        return false;
      }
    }
  }
}
