package io.bearergate.sample.playground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed into the debugger's configuration, for one trial. */
record Typed(Map<String, Object> fields) {

  String text(String name) {
    return given(name).orElse("");
  }

  Optional<String> given(String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(String.class::isInstance)
        .map(value -> ((String) value).strip())
        .filter(value -> !value.isEmpty());
  }

  /** These of them as parameters, where anything was typed. */
  Map<String, List<String>> parameters(String... names) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String name : names) {
      given(name).ifPresent(value -> parameters.put(name, List.of(value)));
    }
    return parameters;
  }

  @Override
  public String toString() {
    return String.join(", ", fields.keySet());
  }
}
