package io.bearergate.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What may be logged of a token, worked out only when it is logged. */
record TokenTrace(String compactJwt, String algorithm, @Nullable String keyId) {

  private static final int LONGEST = 64;

  static TokenTrace of(CompactJws jws) {
    return new TokenTrace(
        jws.presented(), jws.header().text("alg").orElse("-"), jws.header().keyId());
  }

  String describe(String issuer) {
    return "alg="
        + printable(algorithm)
        + " kid="
        + printable(keyId == null ? "-" : keyId)
        + " issuer="
        + issuer
        + " sha256="
        + fingerprint();
  }

  private String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(compactJwt.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  private static String printable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return cut.replaceAll("[^\\x20-\\x7e]", "?");
  }

  /** No token in a log by accident. */
  @Override
  public String toString() {
    return "TokenTrace[" + fingerprint() + "]";
  }
}
