package io.bearergate.token;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The payload of a token, as a JSON object. A JSON null is a member whose value is null. */
record Claims(Map<String, Object> all) {

  Claims {
    all = Collections.unmodifiableMap(all);
  }

  boolean has(String name) {
    return all.containsKey(name);
  }

  Claim named(String name) {
    return new Claim(all.get(name));
  }

  Claim at(ClaimPath path) {
    return new Claim(path.in(all).orElse(null));
  }

  Optional<String> text(String name) {
    return named(name).asText();
  }

  Optional<Instant> time(String name) {
    return named(name).asTime();
  }

  /** The first of these claims that is text. */
  Optional<String> firstText(List<ClaimPath> paths) {
    return paths.stream().flatMap(path -> at(path).asText().stream()).findFirst();
  }
}
