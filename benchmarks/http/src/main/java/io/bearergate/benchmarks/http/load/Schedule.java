package io.bearergate.benchmarks.http.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * When each request is due. The connections take turns: whoever is free waits for the next time
 * that falls due, and sends. Thread-safe.
 */
final class Schedule {

  private static final long SPIN_NANOS = 80_000; // a timer is not more punctual than that

  private final Rate rate;
  private final TokenLines tokens;
  private final long start = System.nanoTime() + 100_000_000;
  private final ReentrantLock turn = new ReentrantLock();
  private final long[] latencies;
  private int next;

  Schedule(Rate rate, TokenLines tokens) {
    this.rate = rate;
    this.tokens = tokens;
    this.latencies = new long[rate.requests()];
    Arrays.fill(latencies, -1);
  }

  /** Nanoseconds of each request from when it was due; -1 if it failed. */
  long[] latencies() {
    return latencies.clone();
  }

  /** Sends on a connection of its own until all is sent; a failure ends the connection. */
  void work(int port) {
    try (RawConnection connection = RawConnection.to(port)) {
      for (Due due = take(); due != null; due = take()) {
        if (connection.isAdmitted(due.token())) {
          latencies[due.number()] = System.nanoTime() - due.at();
        }
      }
    } catch (IOException e) {
      System.err.println("a connection broke: " + e.getMessage());
    }
  }

  private @Nullable Due take() throws IOException {
    turn.lock();
    try {
      if (next == latencies.length) {
        return null;
      }
      Due due = new Due(next, start + next * rate.intervalNanos(), tokens.next());
      next++;
      await(due.at());
      return due;
    } finally {
      turn.unlock();
    }
  }

  private static void await(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private record Due(int number, long at, String token) {}
}
