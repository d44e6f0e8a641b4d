package io.bearergate.sender;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** SHA-256 in base64url: how {@code jkt}, {@code x5t#S256} and {@code ath} name what they mean. */
final class Thumbprint {

  /** What each key type must have, by name (RFC 7638 §3.2, RFC 8037 §2). */
  private static final Map<Object, List<String>> REQUIRED =
      Map.of(
          "RSA", List.of("e", "kty", "n"),
          "EC", List.of("crv", "kty", "x", "y"),
          "OKP", List.of("crv", "kty", "x"));

  private Thumbprint() {}

  static String of(byte[] octets) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /**
   * RFC 7638 §3, over the members as they stand.
   *
   * @param jwk known to be a public key, so that its members need no escape
   */
  static String ofKey(Map<String, Object> jwk) {
    String json =
        REQUIRED.getOrDefault(jwk.get("kty"), List.of()).stream()
            .map(name -> '"' + name + "\":\"" + jwk.get(name) + '"')
            .collect(Collectors.joining(",", "{", "}"));
    return of(json.getBytes(StandardCharsets.UTF_8));
  }

  /** In constant time. */
  static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
