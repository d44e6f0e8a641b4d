package io.bearergate.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** A content key that was encrypted to our RSA key, by RSA-OAEP with SHA-2 (RFC 7518 §4.3). */
final class KeyTransported {

  private KeyTransported() {}

  static SecretKey contentKey(PrivateKey key, KeyManagement algorithm, String encryptedKey)
      throws GeneralSecurityException {
    String hash = "SHA-" + algorithm.bits();
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWith" + hash + "AndMGF1Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        key,
        new OAEPParameterSpec(
            hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT));
    return new SecretKeySpec(cipher.doFinal(Base64.getUrlDecoder().decode(encryptedKey)), "AES");
  }
}
