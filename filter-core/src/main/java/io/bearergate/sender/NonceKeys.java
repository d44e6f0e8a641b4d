package io.bearergate.sender;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that DPoP nonces are made with (RFC 9449 §9): whoever has them can foretell nonces.
 * Immutable and thread-safe; shows nobody a secret.
 */
public final class NonceKeys {

  /** As long as what the MAC is made of (RFC 2104 §3). */
  public static final int LEAST_BYTES = 32;

  private static final String MAC = "HmacSHA256";
  private static final byte[] PURPOSE = "DPoP-Nonce".getBytes(StandardCharsets.US_ASCII);

  private final List<SecretKeySpec> keys;

  private NonceKeys(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Secrets that all nodes of a cluster share.
   *
   * @param secrets the first makes nonces; those of the others are accepted, so that one can be
   *     replaced; at least one, of {@value #LEAST_BYTES} bytes at least
   */
  public static NonceKeys of(List<byte[]> secrets) {
    if (secrets.isEmpty() || secrets.stream().anyMatch(one -> one.length < LEAST_BYTES)) {
      throw new IllegalArgumentException("A secret of at least 32 bytes is needed");
    }
    return new NonceKeys(secrets.stream().map(one -> new SecretKeySpec(one, MAC)).toList());
  }

  /** A secret that nobody else has: other nodes, and the next start, do not know its nonces. */
  public static NonceKeys random() {
    byte[] secret = new byte[LEAST_BYTES];
    new SecureRandom().nextBytes(secret);
    return of(List.of(secret));
  }

  /** The nonce of one step by each key, the first key's first; 43 characters. */
  List<String> noncesOf(long step) {
    return keys.stream().map(key -> nonce(key, step)).toList();
  }

  private static String nonce(SecretKeySpec key, long step) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      mac.update(PURPOSE);
      mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, step));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JVM has " + MAC, e);
    }
  }

  /** No secret in a log by accident. */
  @Override
  public String toString() {
    return "NonceKeys";
  }
}
