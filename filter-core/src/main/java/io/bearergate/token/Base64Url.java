package io.bearergate.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Strict base64url (RFC 4648 §5, RFC 7515 §2): no padding, no white space, no other alphabet, and
 * the unused bits of the last character are zero, so that one octet string has one spelling only.
 * The JDK's decoder is laxer than that.
 */
final class Base64Url {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** The six bits of each character; with the sign bit set for what is no character of ours. */
  private static final int[] BITS = bits();

  private Base64Url() {}

  private static int[] bits() {
    int[] bits = new int[256];
    Arrays.fill(bits, -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      bits[ALPHABET.charAt(i)] = i;
    }
    return bits;
  }

  /** The octets; empty if {@code text} is not strict base64url, or is empty. */
  static Optional<byte[]> decode(String text) {
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    return decode(characters, 0, characters.length);
  }

  /** The same for a part of more. */
  static Optional<byte[]> decode(byte[] characters, int from, int to) {
    int length = to - from;
    if (length == 0 || length % 4 == 1) {
      return Optional.empty();
    }
    byte[] octets = new byte[length / 4 * 3 + length % 4 * 3 / 4];
    int whole = to - length % 4;
    int all = groups(characters, from, whole, octets) | rest(characters, whole, to, octets);
    return all < 0 ? Optional.empty() : Optional.of(octets);
  }

  /** Decodes four characters at a time; negative if one of them is not of the alphabet. */
  private static int groups(byte[] characters, int from, int to, byte[] octets) {
    int all = 0;
    int at = 0;
    for (int i = from; i < to; i += 4) {
      int group =
          BITS[characters[i] & 0xff] << 18
              | BITS[characters[i + 1] & 0xff] << 12
              | BITS[characters[i + 2] & 0xff] << 6
              | BITS[characters[i + 3] & 0xff];
      all |= group;
      octets[at] = (byte) (group >> 16);
      octets[at + 1] = (byte) (group >> 8);
      octets[at + 2] = (byte) group;
      at += 3;
    }
    return all;
  }

  /** Decodes the last two or three; negative also if one of the unused bits is set. */
  private static int rest(byte[] characters, int from, int to, byte[] octets) {
    if (from == to) {
      return 0;
    }
    int group = BITS[characters[from] & 0xff] << 18 | BITS[characters[from + 1] & 0xff] << 12;
    if (to - from == 2) {
      octets[octets.length - 1] = (byte) (group >> 16);
      return (group & 0xffff) == 0 ? group : -1;
    }
    group |= BITS[characters[from + 2] & 0xff] << 6;
    octets[octets.length - 2] = (byte) (group >> 16);
    octets[octets.length - 1] = (byte) (group >> 8);
    return (group & 0xff) == 0 ? group : -1;
  }
}
