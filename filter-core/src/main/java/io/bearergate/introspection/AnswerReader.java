package io.bearergate.introspection;

import java.util.Map;
import java.util.Optional;

/** Reads the body of an answer: a JSON object, or a JWT that holds one. Thread-safe. */
@FunctionalInterface
public interface AnswerReader {

  /** The members of the answer; empty if it cannot be believed or understood. */
  Optional<Map<String, Object>> read(String body);
}
