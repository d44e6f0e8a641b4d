package io.bearergate.config;

import java.util.Map;

/** Settings under their bare keys. */
record NamedValues(String place, String part, Map<String, String> values) implements ConfigSource {

  NamedValues {
    values = Map.copyOf(values);
  }

  @Override
  public String name() {
    return part.isEmpty() ? place : place + ", " + part;
  }

  /** No secret in a log by accident. */
  @Override
  public String toString() {
    return name();
  }

  @Override
  public String lookedIn(String key) {
    return part.isEmpty() ? place : place + " (" + part + ")";
  }
}
