package io.bearergate.token;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A compact JWS taken apart (RFC 7515 §7.1), nothing of it verified.
 *
 * @param compact the three parts
 * @param signature the third part, strict base64url
 */
record CompactJws(String compact, JoseHeader header, Claims claims, String signature) {

  /**
   * Takes apart three parts of strict base64url, the first two JSON objects; empty for every other
   * form.
   */
  static Optional<CompactJws> parse(String compact) {
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
      return Optional.empty();
    }
    String signature = compact.substring(second + 1);
    Optional<Map<String, Object>> header = json(compact.substring(0, first));
    Optional<Map<String, Object>> payload = json(compact.substring(first + 1, second));
    if (header.isEmpty() || payload.isEmpty() || Base64Url.decode(signature).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CompactJws(
            compact, new JoseHeader(header.get()), new Claims(payload.get()), signature));
  }

  private static Optional<Map<String, Object>> json(String part) {
    return Base64Url.decode(part).flatMap(JsonReader::readObject);
  }

  /** What the signature is over (RFC 7515 §5.2). */
  byte[] signingInput() {
    int end = compact.length() - signature.length() - 1;
    return compact.substring(0, end).getBytes(StandardCharsets.US_ASCII);
  }

  /** No token in a log by accident. */
  @Override
  public String toString() {
    return "CompactJws";
  }
}
