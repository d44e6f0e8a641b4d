package io.bearergate.contract.redeploy;

import io.bearergate.contract.OwnThreads;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for what stays of applications that are gone. Not thread-safe. */
final class Leftovers {

  private final LiveObjects before = LiveObjects.count();
  private final List<WeakReference<ClassLoader>> gone = new ArrayList<>();

  /**
   * @param classLoaders how many of the applications' are still reachable
   * @param threads names of the filter's
   * @param objects how many more of which class than in the beginning
   */
  record Found(long classLoaders, List<String> threads, Map<String, Long> objects) {

    static final Found NOTHING = new Found(0, List.of(), Map.of());
  }

  /** An application whose class loader must go. */
  void expectToGo(ClassLoader application) {
    gone.add(new WeakReference<>(application));
  }

  /** What is there after a full collection. */
  Found found() {
    Map<String, Long> objects = LiveObjects.count().beyond(before);
    long classLoaders = gone.stream().filter(loader -> !loader.refersTo(null)).count();
    return new Found(classLoaders, OwnThreads.names(), objects);
  }
}
