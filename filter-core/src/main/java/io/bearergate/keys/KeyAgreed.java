package io.bearergate.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ConcatKDF;
import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A content key agreed on with our elliptic-curve key (RFC 7518 §4.6), or wrapped by that one. */
record KeyAgreed(ECPrivateKey key, JweHeader header) {

  SecretKey contentKey(String encryptedKey) throws GeneralSecurityException {
    int wrappingBits = header.algorithm().bits();
    if (wrappingBits > 0) {
      return unwrapped(encryptedKey, derived(header.algorithm().toString(), wrappingBits));
    }
    if (!encryptedKey.isEmpty()) {
      throw new InvalidKeyException("An agreed key is not encrypted");
    }
    return derived(header.encryption().toString(), header.encryption().keyBits());
  }

  private static SecretKey unwrapped(String encryptedKey, SecretKey wrapping)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.UNWRAP_MODE, wrapping);
    byte[] wrapped = Base64.getUrlDecoder().decode(encryptedKey);
    return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
  }

  private SecretKey derived(String purpose, int bits) throws GeneralSecurityException {
    try {
      byte[] octets =
          new ConcatKDF("SHA-256")
              .deriveKey(
                  agreed(),
                  bits,
                  ConcatKDF.encodeDataWithLength(purpose.getBytes(StandardCharsets.US_ASCII)),
                  party("apu"),
                  party("apv"),
                  ConcatKDF.encodeIntData(bits),
                  ConcatKDF.encodeNoData())
              .getEncoded();
      return new SecretKeySpec(octets, "AES");
    } catch (JOSEException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private byte[] party(String name) {
    return ConcatKDF.encodeDataWithLength(new Base64URL(header.text(name).orElse("")));
  }

  private SecretKey agreed() throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key);
    agreement.doPhase(ephemeral(), true);
    return new SecretKeySpec(agreement.generateSecret(), "AES");
  }

  /** The sender's half. A point off our curve would bit by bit tell it our key (RFC 8725 §3.4). */
  private ECPublicKey ephemeral() throws GeneralSecurityException {
    if (header.members().get("epk") instanceof Map<?, ?> members
        && new JsonWebKey(members).agreementKey() instanceof ECPublicKey point
        && ECChecks.isPointOnCurve(point, key)) {
      return point;
    }
    throw new InvalidKeyException("The ephemeral key is not on our key's curve");
  }

  /** No key in a log by accident. */
  @Override
  public String toString() {
    return "KeyAgreed";
  }
}
