package io.bearergate.test;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JWT in the making: header parameters and claims, whatever they are. Not thread-safe. */
final class Draft {

  private static final Object REMOVED = new Object();

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();

  void header(String name, Object value) {
    header.put(name, value);
  }

  /** Takes one away that would be there by default, too. */
  void withoutHeader(String name) {
    header.put(name, REMOVED);
  }

  void claim(String name, Object value) {
    claims.put(name, value);
  }

  void without(String name) {
    claims.remove(name);
  }

  String payload() {
    return JSONObjectUtils.toJSONString(claims);
  }

  /** The compact form; a default counts where nothing else is said. */
  String signed(TestKey key, Map<String, Object> defaults) {
    Map<String, Object> all = new LinkedHashMap<>(defaults);
    all.putAll(header);
    all.values().removeIf(REMOVED::equals);
    return key.sign(JSONObjectUtils.toJSONString(all), payload());
  }
}
