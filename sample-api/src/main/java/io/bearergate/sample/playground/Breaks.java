package io.bearergate.sample.playground;

import java.util.List;
import java.util.stream.Stream;

/** Everything that can be broken on purpose. */
final class Breaks {

  private Breaks() {}

  /** What can be broken about this walk. */
  static List<Break> of(Walk walk) {
    return Stream.of(TokenBreaks.all(), RequestBreaks.all())
        .flatMap(List::stream)
        .filter(broken -> broken.applies().test(walk))
        .toList();
  }
}
