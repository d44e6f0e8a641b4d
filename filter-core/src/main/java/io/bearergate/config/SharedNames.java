package io.bearergate.config;

import io.bearergate.policy.NearestName;
import java.util.Locale;

/** How settings are named where all filters of a JVM, and all else in it, share one name space. */
enum SharedNames {
  ENVIRONMENT("BEARERGATE_", '_', "env ") {
    @Override
    String keyOf(String rest) {
      return BlockKey.dotted(rest.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    String nameOf(String key) {
      return key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    @Override
    String scopeOf(String filterName) {
      return filterName.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_";
    }
  },
  SYSTEM_PROPERTIES("bearergate.", '.', "-D") {
    @Override
    String keyOf(String rest) {
      return rest;
    }

    @Override
    String nameOf(String key) {
      return key;
    }

    @Override
    String scopeOf(String filterName) {
      return filterName + ".";
    }
  };

  /** Whom a name is for. */
  enum Bearing {
    EVERY_FILTER,
    THIS_FILTER,
    PERHAPS_ANOTHER
  }

  private final String prefix;
  private final char separator;
  private final String label;

  SharedNames(String prefix, char separator, String label) {
    this.prefix = prefix;
    this.separator = separator;
    this.label = label;
  }

  /** What all our names begin with. */
  String prefix() {
    return prefix;
  }

  /** The name for messages. */
  String shown(String scope, String key) {
    return label + prefix + scope + nameOf(key);
  }

  /** The bare key that a name without prefix and scope stands for. */
  abstract String keyOf(String rest);

  abstract String nameOf(String key);

  /** What stands between prefix and key in a name for one filter alone. */
  abstract String scopeOf(String filterName);

  /**
   * Whom a name is for, by what stands behind the prefix. A name that we do not know is taken for
   * mistyped, unless it may well be meant for a filter of another application.
   */
  Bearing bearing(String rest, String scope) {
    String key = keyOf(rest);
    if (Setting.of(key).isPresent() || BlockKey.isMeantBy(key)) {
      return Bearing.EVERY_FILTER;
    }
    if (!scope.isEmpty() && rest.startsWith(scope)) {
      return Bearing.THIS_FILTER;
    }
    boolean mistyped =
        rest.indexOf(separator) < 0
            || (!endsInKey(rest) && NearestName.to(key, Setting.keys()).isPresent());
    return mistyped ? Bearing.EVERY_FILTER : Bearing.PERHAPS_ANOTHER;
  }

  private boolean endsInKey(String rest) {
    return Setting.keys().stream().anyMatch(key -> rest.endsWith(separator + nameOf(key)));
  }
}
