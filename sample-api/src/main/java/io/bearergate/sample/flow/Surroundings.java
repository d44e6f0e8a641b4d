package io.bearergate.sample.flow;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a walk needs of the world outside the conversation of client and servers.
 *
 * @param waiting lets a span of time pass
 * @param inbox where what a server sends to the user's own device arrives: from the message the
 *     user is to recognise to the link that came with it
 * @param onlooker is told in a line now and then what is being waited for
 * @param pageBackend the address of a page's own backend, if one is running
 */
public record Surroundings(
    Consumer<Duration> waiting,
    Function<String, Optional<URI>> inbox,
    Consumer<String> onlooker,
    Optional<URI> pageBackend) {

  /** Time passes by itself, the user's mail is the user's, and nobody looks on. */
  public static final Surroundings REAL =
      new Surroundings(
          Surroundings::sleep, message -> Optional.empty(), line -> {}, Optional.empty());

  Surroundings watchedBy(Consumer<String> other) {
    return new Surroundings(waiting, inbox, other, pageBackend);
  }

  /** The same for somebody real, for whom time passes by itself. */
  public Surroundings inRealTime() {
    return new Surroundings(REAL.waiting(), inbox, onlooker, pageBackend);
  }

  private static void sleep(Duration span) {
    try {
      TimeUnit.MILLISECONDS.sleep(span.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the user", e);
    }
  }
}
