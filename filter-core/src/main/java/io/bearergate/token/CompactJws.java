package io.bearergate.token;

import io.bearergate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A compact JWS taken apart (RFC 7515 §7.1), nothing of it verified. A class rather than a record,
 * whose equality would not look into the octets.
 */
final class CompactJws {

  private final String compact;
  private final String presented;
  private final JoseHeader header;
  private final Claims claims;
  private final byte[] signature;

  private CompactJws(
      String compact, String presented, JoseHeader header, Claims claims, byte[] signature) {
    this.compact = compact;
    this.presented = presented;
    this.header = header;
    this.claims = claims;
    this.signature = signature;
  }

  /**
   * Takes apart three parts of strict base64url, the first two JSON objects; empty for every other
   * form.
   */
  static Optional<CompactJws> parse(String compact) {
    return parse(compact, compact);
  }

  /** The same for what was found in an encrypted token. */
  static Optional<CompactJws> parse(String compact, String presented) {
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
      return Optional.empty();
    }
    Optional<byte[]> signature = Base64Url.decode(compact.substring(second + 1));
    Optional<Map<String, Object>> header = json(compact.substring(0, first));
    Optional<Map<String, Object>> payload = json(compact.substring(first + 1, second));
    if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CompactJws(
            compact,
            presented,
            new JoseHeader(header.get()),
            new Claims(payload.get()),
            signature.get()));
  }

  private static Optional<Map<String, Object>> json(String part) {
    return Base64Url.decode(part).flatMap(JsonReader::readObject);
  }

  /** The token that the three parts came in: the same, or encrypted. */
  String presented() {
    return presented;
  }

  JoseHeader header() {
    return header;
  }

  Claims claims() {
    return claims;
  }

  /** The octets of the third part, not copied. */
  byte[] signature() {
    return signature;
  }

  /** What the signature is over (RFC 7515 §5.2). */
  byte[] signingInput() {
    return compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  /** No token in a log by accident. */
  @Override
  public String toString() {
    return "CompactJws";
  }
}
