package io.bearergate.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Map;

/** A key pair and the one algorithm it signs with. Immutable and thread-safe. */
public final class TestKey {

  private static final Map<String, String> CURVES =
      Map.of(
          "ES256",
          "secp256r1",
          "ES384",
          "secp384r1",
          "ES512",
          "secp521r1",
          "EdDSA",
          "Ed25519",
          "Ed25519",
          "Ed25519",
          "Ed448",
          "Ed448");

  private final String algorithm;
  private final String keyId;
  private final KeyPair pair;

  private TestKey(String algorithm, String keyId, KeyPair pair) {
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.pair = pair;
  }

  /**
   * A new key pair; RSA of 2048 bit.
   *
   * @param algorithm {@code RS256}…{@code RS512}, {@code PS256}…{@code PS512}, {@code ES256},
   *     {@code ES384}, {@code ES512}, {@code EdDSA} and {@code Ed25519} (both with Ed25519), {@code
   *     Ed448}
   */
  public static TestKey generate(String algorithm, String keyId) {
    return generate(algorithm, keyId, 2048);
  }

  /** The same with another RSA size in bit, which only RSA algorithms heed. */
  public static TestKey generate(String algorithm, String keyId, int rsaBits) {
    try {
      return new TestKey(algorithm, keyId, generator(algorithm, rsaBits).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key pair for " + algorithm, e);
    }
  }

  private static KeyPairGenerator generator(String algorithm, int rsaBits)
      throws GeneralSecurityException {
    if (algorithm.startsWith("Ed")) {
      return KeyPairGenerator.getInstance(CURVES.get(algorithm));
    }
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(algorithm.startsWith("ES") ? "EC" : "RSA");
    if (algorithm.startsWith("ES")) {
      generator.initialize(new ECGenParameterSpec(CURVES.get(algorithm)));
    } else {
      generator.initialize(rsaBits);
    }
    return generator;
  }

  /** The same key pair under another algorithm or key id. */
  public TestKey as(String otherAlgorithm, String otherKeyId) {
    return new TestKey(otherAlgorithm, otherKeyId, pair);
  }

  /** The JWS {@code alg}. */
  public String algorithm() {
    return algorithm;
  }

  /** The {@code kid}. */
  public String keyId() {
    return keyId;
  }

  /** Both halves. */
  public KeyPair pair() {
    return pair;
  }

  /** The public half as a JWK with {@code kid}, {@code alg} and {@code use=sig}. */
  public Map<String, Object> publicJwk() {
    Map<String, Object> jwk = jwk().toJSONObject();
    jwk.put("kid", keyId);
    jwk.put("alg", algorithm);
    jwk.put("use", "sig");
    return jwk;
  }

  /** The public half as a JWK of nothing but the key, as DPoP proofs carry it. */
  public Map<String, Object> bareJwk() {
    return jwk().toJSONObject();
  }

  /** The JWK thumbprint (RFC 7638): the {@code jkt} of tokens bound to this key. */
  public String thumbprint() {
    try {
      return jwk().computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private JWK jwk() {
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build();
    }
    if (pair.getPublic() instanceof ECPublicKey ec) {
      return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build();
    }
    byte[] spki = pair.getPublic().getEncoded();
    boolean ed448 = pair.getPublic().getAlgorithm().equals("Ed448") || spki.length > 60;
    byte[] point = Arrays.copyOfRange(spki, spki.length - (ed448 ? 57 : 32), spki.length);
    return new OctetKeyPair.Builder(ed448 ? Curve.Ed448 : Curve.Ed25519, Base64URL.encode(point))
        .build();
  }

  /** A compact JWS over exactly these octets, whatever they are (RFC 7515 §7.1). */
  public String sign(byte[] header, byte[] payload) {
    String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
    return input + "." + Base64URL.encode(signature(input.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The same over text. */
  public String sign(String header, String payload) {
    return sign(header.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8));
  }

  /** The JWS signature over these octets. */
  public byte[] signature(byte[] signingInput) {
    try {
      Signature signer = signer();
      signer.initSign(pair.getPrivate());
      signer.update(signingInput);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not sign with " + algorithm, e);
    }
  }

  private Signature signer() throws GeneralSecurityException {
    String bits = algorithm.substring(2);
    if (algorithm.startsWith("Ed")) {
      return Signature.getInstance("EdDSA");
    }
    if (algorithm.startsWith("ES")) {
      return Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
    }
    if (algorithm.startsWith("RS")) {
      return Signature.getInstance("SHA" + bits + "withRSA");
    }
    Signature pss = Signature.getInstance("RSASSA-PSS");
    String hash = "SHA-" + bits;
    pss.setParameter(
        new PSSParameterSpec(
            hash, "MGF1", new MGF1ParameterSpec(hash), Integer.parseInt(bits) / 8, 1));
    return pss;
  }
}
