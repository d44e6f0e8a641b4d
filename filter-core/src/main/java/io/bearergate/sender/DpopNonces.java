package io.bearergate.sender;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/**
 * Nonces that show a proof was made just now (RFC 9449 §9). Nothing is remembered of whom one was
 * given to: all clients get the same one, a MAC over the number of the present step of time, and
 * every node that has the key knows it. Good are those of this step, of the one before, and of the
 * next: another node's clock may be ahead. Thread-safe.
 */
final class DpopNonces {

  private final NonceKeys keys;
  private final long stepMillis;
  private final InstantSource clock;
  private final AtomicReference<Good> known;

  /**
   * @param step how long each is given out; it is accepted for as long again
   */
  DpopNonces(NonceKeys keys, Duration step, InstantSource clock) {
    this.keys = keys;
    this.stepMillis = step.toMillis();
    this.clock = clock;
    this.known = new AtomicReference<>(goodAt(step()));
  }

  /**
   * Those that are good during a step.
   *
   * @param fresh this step's, and the next one's, by the key that makes them
   * @param old the others
   */
  private record Good(long step, List<String> fresh, List<String> old) {}

  /** What to give a client. */
  String fresh() {
    return good().fresh().get(0);
  }

  /** Whether a proof with it may pass. */
  boolean isGood(String nonce) {
    return isAmong(good().fresh(), nonce) || isOld(nonce);
  }

  /** Whether it is good no longer than this step lasts, so that its user needs another. */
  boolean isOld(String nonce) {
    return isAmong(good().old(), nonce);
  }

  private static boolean isAmong(List<String> nonces, String nonce) {
    return nonces.stream().anyMatch(one -> Thumbprint.equal(one, nonce));
  }

  private Good good() {
    Good before = known.get();
    long step = step();
    if (before != null && before.step() == step) {
      return before;
    }
    Good now = goodAt(step); // by several threads at once, perhaps: all find the same
    known.set(now);
    return now;
  }

  private Good goodAt(long step) {
    List<String> fresh =
        LongStream.of(step, step + 1).mapToObj(one -> keys.noncesOf(one).get(0)).toList();
    List<String> old =
        LongStream.rangeClosed(step - 1, step + 1)
            .boxed()
            .flatMap(one -> keys.noncesOf(one).stream())
            .filter(nonce -> !fresh.contains(nonce))
            .toList();
    return new Good(step, fresh, old);
  }

  private long step() {
    return Math.floorDiv(clock.millis(), stepMillis);
  }
}
