package io.bearergate.token;

import io.bearergate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compact JWS taken apart (RFC 7515 §7.1), nothing of it verified. A class rather than a record,
 * whose equality would not look into the octets.
 */
final class CompactJws {

  private final JoseHeader header;
  private final Claims claims;
  private final byte[] signingInput;
  private final byte[] signature;

  private CompactJws(JoseHeader header, Claims claims, byte[] signingInput, byte[] signature) {
    this.header = header;
    this.claims = claims;
    this.signingInput = signingInput;
    this.signature = signature;
  }

  /**
   * Takes apart three parts of strict base64url, the first two JSON objects; empty for every other
   * form.
   */
  static Optional<CompactJws> parse(String compact) {
    return parse(compact, 0);
  }

  /** The same for what stands in {@code text} from {@code start} on. */
  static Optional<CompactJws> parse(String text, int start) {
    return parse(text, start, null);
  }

  /**
   * The same.
   *
   * @param known the header, if this very one was taken apart before
   */
  static Optional<CompactJws> parse(String text, int start, @Nullable JoseHeader known) {
    int first = text.indexOf('.', start);
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return Optional.empty(); // so does a third dot, which is no base64url
    }
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1); // others become "?", no base64url
    if (octets.length != text.length()) { // two surrogates become one
      return Optional.empty();
    }
    Map<String, Object> header = known == null ? json(octets, start, first) : known.parameters();
    Map<String, Object> payload = json(octets, first + 1, second);
    byte[] signature = Base64Url.decode(octets, second + 1, octets.length).orElse(null);
    if (header == null || payload == null || signature == null) {
      return Optional.empty();
    }
    byte[] signingInput = Arrays.copyOfRange(octets, start, second);
    return Optional.of(
        new CompactJws(
            known == null ? new JoseHeader(header) : known,
            new Claims(payload),
            signingInput,
            signature));
  }

  private static @Nullable Map<String, Object> json(byte[] octets, int from, int to) {
    return Base64Url.decode(octets, from, to).flatMap(JsonReader::readObject).orElse(null);
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

  /** What the signature is over (RFC 7515 §5.2), not copied. */
  byte[] signingInput() {
    return signingInput;
  }

  /** No token in a log by accident. */
  @Override
  public String toString() {
    return "CompactJws";
  }
}
