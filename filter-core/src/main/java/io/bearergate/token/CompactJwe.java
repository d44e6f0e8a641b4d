package io.bearergate.token;

import io.bearergate.json.JsonReader;
import io.bearergate.keys.JweParts;
import java.util.Map;
import java.util.Optional;

/**
 * A compact JWE taken apart (RFC 7516 §7.1), nothing of it decrypted.
 *
 * @param header the members of the first part
 */
record CompactJwe(Map<String, Object> header, JweParts parts) {

  private static final int PARTS = 5;

  /** Whether {@code compact} has as many parts as an encrypted token. */
  static boolean isOne(String compact) {
    return compact.chars().filter(c -> c == '.').count() == PARTS - 1;
  }

  /**
   * Takes apart five parts of strict base64url, the first a JSON object and none but the second
   * empty; empty for every other form.
   */
  static Optional<CompactJwe> parse(String compact) {
    String[] part = compact.split("\\.", -1);
    for (int i = 0; i < part.length; i++) {
      boolean agreedKey = i == 1 && part[i].isEmpty(); // nothing of it is sent (RFC 7518 §4.6)
      if (!agreedKey && Base64Url.decode(part[i]).isEmpty()) {
        return Optional.empty();
      }
    }
    return part.length == PARTS
        ? Base64Url.decode(part[0])
            .flatMap(JsonReader::readObject)
            .map(
                header ->
                    new CompactJwe(
                        header, new JweParts(part[0], part[1], part[2], part[3], part[4])))
        : Optional.empty();
  }

  /** No token in a log by accident. */
  @Override
  public String toString() {
    return "CompactJwe";
  }
}
