package io.bearergate.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Strict base64url (RFC 4648 §5, RFC 7515 §2): no padding, no white space, no other alphabet, and
 * the unused bits of the last character are zero, so that one octet string has one spelling only.
 */
final class Base64Url {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  /** The octets; empty if {@code text} is not strict base64url, or is empty. */
  static Optional<byte[]> decode(String text) {
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    return decode(characters, 0, characters.length);
  }

  /** The same for a part of more. */
  static Optional<byte[]> decode(byte[] characters, int from, int to) {
    if (!isStrict(characters, from, to)) {
      return Optional.empty();
    }
    try {
      ByteBuffer part = ByteBuffer.wrap(characters, from, to - from);
      return Optional.of(Base64.getUrlDecoder().decode(part).array());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the length and the last character are those of an unpadded, canonical encoding. */
  private static boolean isStrict(byte[] characters, int from, int to) {
    int length = to - from;
    if (length == 0 || length % 4 == 1) {
      return false;
    }
    int last = ALPHABET.indexOf(characters[to - 1]);
    int unusedBits =
        switch (length % 4) {
          case 2 -> 0b1111;
          case 3 -> 0b11;
          default -> 0;
        };
    return last >= 0 && (last & unusedBits) == 0;
  }
}
