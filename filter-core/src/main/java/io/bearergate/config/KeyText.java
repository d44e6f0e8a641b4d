package io.bearergate.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Keys at hand: the text itself, or where on the class path or in which file it is. */
final class KeyText {

  private static final String PEM = "-----BEGIN ";

  private KeyText() {}

  /** Whether {@code text} is the keys themselves. */
  static boolean isInline(String text) {
    return text.indexOf('{') >= 0 || isPem(text) || text.indexOf('\n') >= 0;
  }

  static boolean isPem(String text) {
    return text.contains(PEM);
  }

  /** A JWKS or PEM text of public keys; they are looked at later. */
  static String read(String text, ClassLoader application) {
    String keys = readPrivate(text, application);
    if (keys.contains("PRIVATE KEY-----")) {
      throw new IllegalArgumentException("holds a private key. Give it public ones alone.");
    }
    return keys;
  }

  /** The same where keys may be private. */
  static String readPrivate(String text, ClassLoader application) {
    String keys = isInline(text) ? text : decoded(bytes(text, application)).strip();
    boolean jwks = keys.startsWith("{") && keys.endsWith("}") && keys.contains("\"kty\"");
    if (!jwks && !isPem(keys)) {
      throw new IllegalArgumentException("holds neither a JWKS nor PEM blocks.");
    }
    return keys;
  }

  private static byte[] bytes(String place, ClassLoader application) {
    return PlacedFile.read(place, application, "classpath:NAME, or the JWKS or PEM text itself");
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is not UTF-8 text.");
    }
  }
}
