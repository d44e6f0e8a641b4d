package io.bearergate.config;

import io.bearergate.sender.NonceKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Secrets at hand: the text itself, or where on the class path or in which file it is. */
final class SecretText {

  /** 32 bytes or more; nobody names a file so. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43,}={0,2}");

  private SecretText() {}

  /** One secret or several, comma-separated. */
  static NonceKeys nonceKeys(String text, ClassLoader application) {
    List<byte[]> secrets =
        Arrays.stream(text.split(",", -1)).map(one -> secret(one.strip(), application)).toList();
    return NonceKeys.of(secrets);
  }

  private static byte[] secret(String text, ClassLoader application) {
    String secret = SECRET.matcher(text).matches() ? text : placed(text, application);
    try {
      return Base64.getUrlDecoder().decode(secret);
    } catch (IllegalArgumentException e) { // whose message would quote it
      throw new IllegalArgumentException("is not base64url.");
    }
  }

  private static String placed(String place, ClassLoader application) {
    byte[] bytes =
        PlacedFile.read(place, application, "classpath:NAME, or 32 bytes or more in base64url");
    String secret = new String(bytes, StandardCharsets.UTF_8).strip();
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("holds no 32 bytes in base64url (43 characters or more).");
    }
    return secret;
  }
}
