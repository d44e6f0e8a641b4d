package io.bearergate.token;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of a token as presented: what a verified one is kept under, and what a log may name it
 * by. Nothing of the token can be had from it.
 */
record TokenDigest(long first, long second, long third, long fourth) {

  /** SHA-256's block; the token is never copied as a whole. */
  private static final int CHUNK = 64;

  /** Never fed: to clone it is twice as fast as to look the algorithm up. */
  private static final MessageDigest SHA_256 = lookedUp();

  /**
   * The digest of what stands in {@code text} from {@code start} on.
   *
   * @return null if not every character is one octet, which no token's is: two texts with the same
   *     octets are the same text
   */
  static @Nullable TokenDigest of(String text, int start) {
    MessageDigest sha256 = fresh();
    CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
    CharBuffer characters = CharBuffer.allocate(CHUNK);
    ByteBuffer octets = ByteBuffer.allocate(CHUNK);
    for (int from = start; from < text.length(); from += CHUNK) {
      int to = Math.min(text.length(), from + CHUNK);
      text.getChars(from, to, characters.array(), 0);
      characters.position(0).limit(to - from);
      octets.clear();
      if (encoder.encode(characters, octets, true).isError()) {
        return null;
      }
      sha256.update(octets.array(), 0, to - from);
    }
    return read(sha256, octets.array());
  }

  /** The digest by way of {@code octets}, which has room for it. */
  private static TokenDigest read(MessageDigest sha256, byte[] octets) {
    try {
      sha256.digest(octets, 0, sha256.getDigestLength());
    } catch (DigestException e) {
      throw new IllegalStateException("A chunk is longer than a digest", e);
    }
    ByteBuffer words = ByteBuffer.wrap(octets);
    return new TokenDigest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
  }

  private static MessageDigest fresh() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      return lookedUp();
    }
  }

  private static MessageDigest lookedUp() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** By hand: the one that a record is given holds our class loader for good on JDK 17. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenDigest that
        && first == that.first
        && second == that.second
        && third == that.third
        && fourth == that.fourth;
  }

  /** Its octets are spread evenly already. */
  @Override
  public int hashCode() {
    return (int) fourth;
  }

  /** Eight hex digits: enough to find a token in a log, too few to tell it by. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(first).substring(0, 8);
  }
}
