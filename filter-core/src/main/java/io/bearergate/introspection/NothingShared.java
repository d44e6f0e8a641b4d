package io.bearergate.introspection;

import java.time.Duration;
import java.util.Optional;

/** No cache: each gate remembers by itself what it was told. */
enum NothingShared implements IntrospectionCache {
  INSTANCE;

  @Override
  public Optional<String> find(String key) {
    return Optional.empty();
  }

  @Override
  public void keep(String key, String answer, Duration lasting) {}
}
