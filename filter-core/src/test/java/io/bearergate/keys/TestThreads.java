package io.bearergate.keys;

import java.util.List;

/** The product's threads that live. */
final class TestThreads {

  private TestThreads() {}

  static List<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("bearergate-"))
        .toList();
  }
}
