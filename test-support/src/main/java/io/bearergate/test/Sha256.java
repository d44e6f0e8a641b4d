package io.bearergate.test;

import com.nimbusds.jose.util.Base64URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that names keys, certificates and tokens (RFC 9449, RFC 8705). */
final class Sha256 {

  private Sha256() {}

  static String base64Url(byte[] octets) {
    try {
      return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(octets)).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
