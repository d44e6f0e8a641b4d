package io.bearergate.config;

import io.bearergate.config.SharedNames.Bearing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings from the environment or the system properties, for one filter or for all.
 *
 * @param scope what stands between prefix and key; empty: for all
 */
record SharedValues(SharedNames names, String scope, Map<String, String> values)
    implements ConfigSource {

  static SharedValues forThisFilter(SharedNames names, String scope, Map<String, String> all) {
    return new SharedValues(names, scope, chosen(names, scope, all, Bearing.THIS_FILTER));
  }

  static SharedValues forEveryFilter(SharedNames names, String scope, Map<String, String> all) {
    return new SharedValues(names, "", chosen(names, scope, all, Bearing.EVERY_FILTER));
  }

  private static Map<String, String> chosen(
      SharedNames names, String scope, Map<String, String> all, Bearing bearing) {
    String cut = bearing == Bearing.THIS_FILTER ? scope : "";
    Map<String, String> values = new TreeMap<>();
    all.forEach(
        (name, value) -> {
          if (isOurs(names, scope, name, bearing)) {
            values.put(names.keyOf(name.substring((names.prefix() + cut).length())), value);
          }
        });
    return values;
  }

  /** Names that begin like ours and that no setting of this filter has. */
  static List<String> perhapsForAnother(SharedNames names, String scope, Map<String, String> all) {
    return all.keySet().stream()
        .filter(name -> isOurs(names, scope, name, Bearing.PERHAPS_ANOTHER))
        .sorted()
        .toList();
  }

  private static boolean isOurs(SharedNames names, String scope, String name, Bearing bearing) {
    return name.startsWith(names.prefix())
        && names.bearing(name.substring(names.prefix().length()), scope) == bearing;
  }

  @Override
  public String name() {
    return placeOf("");
  }

  @Override
  public String placeOf(String key) {
    return names.shown(scope, key);
  }

  /** A name for one filter alone goes without saying. */
  @Override
  public String lookedIn(String key) {
    return scope.isEmpty() ? placeOf(key) : "";
  }
}
