package io.bearergate.jcache;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the cache was asked and gave no answer about: nobody was let in by it, and it may be asked
 * again. Beyond {@value #MOST} the oldest is dropped. Thread-safe.
 */
final class Unanswered {

  static final int MOST = 10_000;

  private final Set<String> entries = new LinkedHashSet<>();

  synchronized boolean has(String entry) {
    return entries.contains(entry);
  }

  synchronized void add(String entry) {
    entries.add(entry);
    if (entries.size() > MOST) {
      Iterator<String> oldest = entries.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  synchronized void remove(String entry) {
    entries.remove(entry);
  }
}
