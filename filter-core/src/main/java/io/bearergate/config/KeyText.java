package io.bearergate.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Keys at hand: the text itself, or where on the class path or in which file it is. */
final class KeyText {

  private static final String CLASS_PATH = "classpath:";
  private static final String PEM = "-----BEGIN ";
  private static final int MOST_BYTES = 1024 * 1024;

  private KeyText() {}

  /** Whether {@code text} is the keys themselves. */
  static boolean isInline(String text) {
    return text.indexOf('{') >= 0 || text.contains(PEM) || text.indexOf('\n') >= 0;
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
    if (!jwks && !keys.contains(PEM)) {
      throw new IllegalArgumentException("holds neither a JWKS nor PEM blocks.");
    }
    return keys;
  }

  private static byte[] bytes(String place, ClassLoader application) {
    try (InputStream in = opened(place, application)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException("is longer than 1MiB.");
      }
      return bytes;
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "cannot be read. Write a file, classpath:NAME, or the JWKS or PEM text itself.");
    }
  }

  private static InputStream opened(String place, ClassLoader application) throws IOException {
    if (!place.startsWith(CLASS_PATH)) {
      return Files.newInputStream(Path.of(place));
    }
    String name = place.substring(CLASS_PATH.length()).replaceFirst("^/+", "");
    InputStream found = application.getResourceAsStream(name);
    if (found == null) {
      throw new IOException("No such resource");
    }
    return found;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is not UTF-8 text.");
    }
  }
}
