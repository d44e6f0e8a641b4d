package io.bearergate.keys;

import io.bearergate.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a JWK set (RFC 7517 §5) or PEM text holds. A key that is malformed or unfit never spoils the
 * others. Immutable.
 *
 * @param keys those fit to verify signatures; may be none
 * @param unfit why the others are not used, each a phrase such as {@code key 2 is RSA of 1024 bit};
 *     it holds nothing of the key
 */
record JwksDocument(List<PublishedKey> keys, List<String> unfit) {

  private static final int MOST_REASONS_TOLD = 5;

  JwksDocument {
    keys = List.copyOf(keys);
    unfit = List.copyOf(unfit);
  }

  /** Reads a set, whatever is in it. */
  static JwksDocument parse(String json) throws BadAnswer {
    List<?> members = members(json);
    List<PublishedKey> keys = new ArrayList<>();
    List<String> unfit = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      try {
        keys.add(published(members.get(i)));
      } catch (UnfitKey e) {
        unfit.add("key " + (i + 1) + " " + e.getMessage());
      }
    }
    return new JwksDocument(keys, unfit);
  }

  /** The members of a set, whatever they are. */
  static List<?> members(String json) throws BadAnswer {
    if (object(json).get("keys") instanceof List<?> members) {
      return members;
    }
    throw new BadAnswer("is JSON without a list of keys");
  }

  private static PublishedKey published(Object member) throws UnfitKey {
    if (!(member instanceof Map<?, ?> members)) {
      throw new UnfitKey("is not a JSON object");
    }
    return new JsonWebKey(members).published();
  }

  /** A JSON object's members; nesting is bounded by the parser. */
  static Map<String, Object> object(String json) throws BadAnswer {
    return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(() -> new BadAnswer("is not a JSON object"));
  }

  /** This, if it holds a key that can be used. */
  JwksDocument usable() throws BadAnswer {
    if (keys.isEmpty()) {
      throw new BadAnswer("has no usable key" + (unfit.isEmpty() ? "" : ": " + reasons()));
    }
    return this;
  }

  private String reasons() {
    int told = Math.min(unfit.size(), MOST_REASONS_TOLD);
    String more = unfit.size() > told ? " and " + (unfit.size() - told) + " more" : "";
    return String.join("; ", unfit.subList(0, told)) + more;
  }
}
