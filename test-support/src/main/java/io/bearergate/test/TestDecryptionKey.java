package io.bearergate.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A key pair of the resource server's: tokens are encrypted to it, and its private half is what the
 * setting {@code decryption-keys} wants. Immutable and thread-safe.
 */
public final class TestDecryptionKey {

  private final String algorithm;
  private final JWK jwk;

  private TestDecryptionKey(String algorithm, JWK jwk) {
    this.algorithm = algorithm;
    this.jwk = jwk;
  }

  /**
   * A new key pair: RSA of 2048 bit or EC of P-256.
   *
   * @param algorithm the JWE {@code alg} that tokens to it have: {@code RSA-OAEP-256} and the like,
   *     or {@code ECDH-ES} and the like
   */
  public static TestDecryptionKey generate(String algorithm, String keyId) {
    try {
      JWK pair =
          algorithm.startsWith("RSA")
              ? new RSAKeyGenerator(2048).keyID(keyId).keyUse(KeyUse.ENCRYPTION).generate()
              : new ECKeyGenerator(Curve.P_256).keyID(keyId).keyUse(KeyUse.ENCRYPTION).generate();
      return new TestDecryptionKey(algorithm, pair);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("no key pair for " + algorithm, e);
    }
  }

  /** The same key pair under another algorithm of its type. */
  public TestDecryptionKey as(String otherAlgorithm) {
    return new TestDecryptionKey(otherAlgorithm, jwk);
  }

  /** The JWE {@code alg}. */
  public String algorithm() {
    return algorithm;
  }

  /** The {@code kid}. */
  public String keyId() {
    return jwk.getKeyID();
  }

  /** A set of the private halves, {@code kid} and {@code use=enc} with each. */
  public static String privateJwks(TestDecryptionKey... keys) {
    return JSONObjectUtils.toJSONString(
        Map.of("keys", Stream.of(keys).map(key -> key.jwk.toJSONObject()).toList()));
  }

  /** The private half as PKCS #8 PEM. */
  public String privatePem() {
    try {
      byte[] der = ((AsymmetricJWK) jwk).toPrivateKey().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (JOSEException e) {
      throw new IllegalStateException("the key pair has no private half", e);
    }
  }

  /** The header that a token encrypted to this key has, to be changed. */
  public Map<String, Object> header(String encryption) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm);
    header.put("enc", encryption);
    header.put("cty", "JWT");
    header.put("kid", keyId());
    return header;
  }

  /** A compact JWE of exactly this content, whatever it is (RFC 7516 §7.1). */
  public String encrypt(Map<String, Object> header, String content) {
    try {
      JWEObject jwe = new JWEObject(JWEHeader.parse(header), new Payload(content));
      jwe.encrypt(encrypter());
      return jwe.serialize();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("could not encrypt with " + header.get("alg"), e);
    }
  }

  private JWEEncrypter encrypter() throws JOSEException {
    return jwk instanceof RSAKey rsa ? new RSAEncrypter(rsa) : new ECDHEncrypter((ECKey) jwk);
  }
}
