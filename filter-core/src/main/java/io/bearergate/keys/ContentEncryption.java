package io.bearergate.keys;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** How the content of a token may be encrypted: the {@code enc} of a JWE (RFC 7518 §5). */
enum ContentEncryption {
  A128GCM(128, 12, 16),
  A256GCM(256, 12, 16),
  A128CBC_HS256(256, 16, 16),
  A256CBC_HS512(512, 16, 32);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final int keyBits;
  private final int ivOctets;
  private final int tagOctets;

  ContentEncryption(int keyBits, int ivOctets, int tagOctets) {
    this.keyBits = keyBits;
    this.ivOctets = ivOctets;
    this.tagOctets = tagOctets;
  }

  /** The name in a header. */
  @Override
  public String toString() {
    return name().replace('_', '-');
  }

  static Optional<ContentEncryption> named(String name) {
    return Stream.of(values()).filter(known -> known.toString().equals(name)).findFirst();
  }

  int keyBits() {
    return keyBits;
  }

  /**
   * Whether vector and tag are as long as they must be: a token has one spelling, and no tag is
   * short enough to be guessed.
   */
  boolean fits(JweParts parts) {
    return octets(parts.iv()) == ivOctets && octets(parts.tag()) == tagOctets;
  }

  private static int octets(String base64url) {
    return base64url.length() * 3 / 4;
  }

  /** A key that decrypts nothing. */
  SecretKey randomKey() {
    byte[] octets = new byte[keyBits / 8];
    RANDOM.nextBytes(octets);
    return new SecretKeySpec(octets, "AES");
  }

  /** The content; empty if it was not encrypted with {@code key}, or was altered. */
  Optional<String> decrypt(SecretKey key, JweParts parts) {
    JWEHeader header = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.parse(toString()));
    try {
      byte[] content =
          new DirectDecrypter(key)
              .decrypt(
                  header,
                  null,
                  new Base64URL(parts.iv()),
                  new Base64URL(parts.ciphertext()),
                  new Base64URL(parts.tag()),
                  parts.header().getBytes(StandardCharsets.US_ASCII));
      return Optional.of(new String(content, StandardCharsets.US_ASCII));
    } catch (JOSEException e) {
      return Optional.empty();
    }
  }
}
