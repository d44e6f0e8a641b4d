package io.bearergate.sample.playground;

import io.bearergate.sample.api.JsonReply;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Walks flows, a few at a time: whoever waits for a browser holds a thread. */
final class Walks implements AutoCloseable {

  private static final int MOST_AT_ONCE = 16;
  private static final long IDLE_SECONDS = 10;

  private final ExecutorService walkers =
      new ThreadPoolExecutor(
          0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Walks::walker);

  private static Thread walker(Runnable work) {
    Thread thread = new Thread(work, "playground-walk");
    thread.setDaemon(true);
    return thread;
  }

  /** Sets out for a visitor, and tells how far it got at once. */
  JsonReply begin(Walk walk, Visitor visitor, Site site) {
    visitor.sets(walk);
    if (begin(walk)) {
      return JsonReply.ok(new WalkReport(walk, site).members());
    }
    visitor.leaves(); // else the page would watch a walk that nobody is on
    return JsonReply.problem(
        HttpServletResponse.SC_SERVICE_UNAVAILABLE, "too many are walking at once");
  }

  /** Sets out, if there is a walker free for it. */
  private boolean begin(Walk walk) {
    try {
      walkers.execute(walk.outcome());
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  public void close() {
    walkers.shutdownNow();
  }
}
