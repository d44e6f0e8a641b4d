package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether authorization details (RFC 9396) are of a type that the API knows and the client may ask
 * for, and of a shape that is fit to be shown, signed and sent around. What they mean is the API's
 * business.
 *
 * @param api the API they are for
 */
record DetailsRules(Optional<Api> api, Client client) {

  private static final int LARGEST_BYTES = 5 * 1024;
  private static final int MOST_ENTRIES = 5;
  private static final int MOST_PROPERTIES = 10;
  private static final int DEEPEST = 5;
  private static final int LONGEST_TEXT = 255;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,255}");

  boolean accept(String text) {
    return text.getBytes(UTF_8).length <= LARGEST_BYTES
        && read(text).filter(value -> value instanceof List<?> entries && fit(entries)).isPresent();
  }

  private static Optional<Object> read(String text) {
    try {
      return Optional.of(StrictJson.read(text, OAuth2Error.INVALID_AUTHORIZATION_DETAILS));
    } catch (GeneralException e) {
      return Optional.empty();
    }
  }

  private boolean fit(List<?> entries) {
    return !entries.isEmpty()
        && entries.size() <= MOST_ENTRIES
        && entries.stream().allMatch(entry -> entry instanceof Map<?, ?> object && fit(object));
  }

  private boolean fit(Map<?, ?> entry) {
    return entry.get("type") instanceof String type
        && api.filter(known -> known.detailTypes().contains(type)).isPresent()
        && client.mayAskForDetails(type)
        && isShapely(entry, 1);
  }

  private static boolean isShapely(Object value, int depth) {
    if (value instanceof Map<?, ?> object) {
      return depth <= DEEPEST
          && object.size() <= MOST_PROPERTIES
          && object.keySet().stream().allMatch(DetailsRules::isName)
          && object.values().stream().allMatch(inner -> isShapely(inner, depth + 1));
    }
    if (value instanceof List<?> list) {
      return depth <= DEEPEST && list.stream().allMatch(inner -> isShapely(inner, depth + 1));
    }
    return !(value instanceof String text) || text.length() <= LONGEST_TEXT;
  }

  private static boolean isName(Object name) {
    return NAME.matcher((String) name).matches();
  }
}
