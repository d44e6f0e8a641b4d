package io.bearergate.config;

import java.util.Map;

/** One place that settings come from. */
public interface ConfigSource {

  /** For messages, as in {@code web.xml, filter "api"}; no secret in it. */
  String name();

  /** Text by bare key, as in {@code jwks-uri}. */
  Map<String, String> values();

  /** Where {@code key} stands, or would stand, in this source; for messages. */
  default String placeOf(String key) {
    return name();
  }

  /** This source in a list of places that were looked in. */
  default String lookedIn(String key) {
    return placeOf(key);
  }

  /** Settings at hand. */
  static ConfigSource of(String name, Map<String, String> values) {
    return new NamedValues(name, "", values);
  }

  /** The init-params of one filter. */
  static ConfigSource initParams(String filterName, Map<String, String> values) {
    return new NamedValues("web.xml", "filter \"" + filterName + "\"", values);
  }
}
