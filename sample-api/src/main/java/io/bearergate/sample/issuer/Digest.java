package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A secret as it is kept: its SHA-256, compared in constant time. */
record Digest(String value) {

  static Digest of(String secret) {
    return new Digest(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(secret)));
  }

  /** The standard Base64 form that a Content-Security-Policy names a script or style by. */
  static String forPolicy(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'";
  }

  boolean fits(String secret) {
    return MessageDigest.isEqual(value.getBytes(UTF_8), of(secret).value.getBytes(UTF_8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Digest[…]";
  }
}
