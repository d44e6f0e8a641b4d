package io.bearergate.contract.servers;

import io.bearergate.contract.http.Answer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Sends the same request again and again, from a thread of its own. */
final class Caller implements Runnable {

  private static final long PAUSE_NANOS = 5_000_000;

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Supplier<Answer> request;
  private final BooleanSupplier goesOn;

  private Caller(Supplier<Answer> request, BooleanSupplier goesOn) {
    this.request = request;
    this.goesOn = goesOn;
  }

  static Caller start(Supplier<Answer> request, BooleanSupplier goesOn) {
    Caller caller = new Caller(request, goesOn);
    Thread thread = new Thread(caller, "caller");
    thread.setDaemon(true);
    thread.start();
    return caller;
  }

  /** What it has sent so far. */
  Queue<Call> calls() {
    return calls;
  }

  @Override
  public void run() {
    while (goesOn.getAsBoolean()) {
      long begin = System.nanoTime();
      int status = request.get().status();
      calls.add(new Call(begin, System.nanoTime(), status));
      LockSupport.parkNanos(PAUSE_NANOS); // leaves the server some of the machine
    }
  }
}
