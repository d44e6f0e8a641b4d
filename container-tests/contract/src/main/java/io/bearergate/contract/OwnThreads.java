package io.bearergate.contract;

import java.util.List;

/** The filter's threads, known by their names. */
public final class OwnThreads {

  private OwnThreads() {}

  /** The names of all that live. */
  public static List<String> names() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("bearergate-"))
        .toList();
  }
}
