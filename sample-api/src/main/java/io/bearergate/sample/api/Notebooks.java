package io.bearergate.sample.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes by their owner's name. Thread-safe. */
public final class Notebooks {

  private static final int PAGES = 100;

  private final Map<String, List<String>> byOwner = new ConcurrentHashMap<>();

  /** All of them, the oldest first. */
  public List<String> of(String owner) {
    return byOwner.getOrDefault(owner, List.of());
  }

  /** Whether there was room. */
  public boolean add(String owner, String text) {
    List<String> written = byOwner.compute(owner, (name, notes) -> with(notes, text));
    return written.contains(text);
  }

  private static List<String> with(@Nullable List<String> notes, String text) {
    List<String> more = new ArrayList<>(notes == null ? List.of() : notes);
    if (more.size() < PAGES) {
      more.add(text);
    }
    return List.copyOf(more);
  }
}
