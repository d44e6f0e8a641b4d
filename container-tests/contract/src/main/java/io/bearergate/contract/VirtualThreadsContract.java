package io.bearergate.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.SilentServer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A server that runs requests on virtual threads, where the JVM has them (21 on), and on its usual
 * threads elsewhere. The JVM of these tests has {@value #CARRIERS} threads to carry the virtual
 * ones: a request that pins its carrier keeps others from entering the filter at all.
 */
public abstract class VirtualThreadsContract extends ContainerContract {

  private static final int CARRIERS = 2;
  private static final int CALLERS = 4 * CARRIERS;
  private static final boolean VIRTUAL = Runtime.version().feature() >= 21;

  private static final CountDownLatch RELEASE = new CountDownLatch(1);

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final SilentServer issuer = SilentServer.start();
  private final Inside inside = new Inside();
  private TestApi api;

  /** Counts the requests that are behind it now. */
  private static final class Inside implements Filter {

    private final AtomicInteger requests = new AtomicInteger();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      requests.incrementAndGet();
      try {
        chain.doFilter(request, response);
      } finally {
        requests.decrementAndGet();
      }
    }
  }

  /** Whoever is first initialises it, the others wait for that: all of them pinned. */
  private static final class Pinned {

    private static final boolean DONE = released();

    private static boolean released() {
      try {
        return RELEASE.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  @BeforeAll
  void start() {
    api =
        api()
            .set(Setting.STARTUP, "lazy")
            .set(Setting.JWKS_URI, issuer.address() + "jwks")
            .set(Setting.JWKS_COOLDOWN, "1s") // so that there is always a fetch to wait for
            .behind(inside)
            .echoing("/a")
            .serving(
                "/public/thread",
                (request, response) ->
                    response.getWriter().println("thread=" + Thread.currentThread()))
            .serving(
                "/public/pinned",
                (request, response) -> response.getWriter().println("done=" + Pinned.DONE))
            .start();
  }

  @AfterAll
  void stop() {
    callers.shutdownNow();
    api.close();
    issuer.close();
  }

  private void callOften(Runnable call) {
    for (int i = 0; i < CALLERS; i++) {
      var unused = callers.submit(call);
    }
  }

  @Test
  void servesOnVirtualThreadsWhereTheJvmHasThem() {
    assertThat(api.get("/public/thread").told("thread"))
        .startsWith(VIRTUAL ? "VirtualThread[" : "Thread[");
  }

  @Test
  void answersOpenPathsWhileMoreRequestsWaitForKeysThanThereAreCarriers() {
    String token = api.token();

    await().atMost(ofSeconds(30)).until(() -> openPathIsAnsweredBesideWaiting(token));
  }

  /**
   * Whether all calls waited at the same time, which lasts two seconds, and the open one did not.
   */
  private boolean openPathIsAnsweredBesideWaiting(String token) {
    callOften(() -> api.get("/a", token));
    boolean allInside = becomes(CALLERS);
    boolean answered = api.get("/public/thread").status() == 200;
    boolean stillInside = inside.requests.get() == CALLERS;
    await().until(() -> becomes(0));
    return allInside && answered && stillInside;
  }

  private boolean becomes(int requests) {
    try {
      await().atMost(ofSeconds(1)).until(() -> inside.requests.get() == requests);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  /** The check above finds what it looks for. */
  @Test
  void wouldCatchRequestsThatPinTheirCarriers() {
    callOften(() -> api.get("/public/pinned"));
    try {
      await()
          .during(ofSeconds(1))
          .atMost(ofSeconds(10))
          .until(() -> inside.requests.get() == (VIRTUAL ? CARRIERS : CALLERS));
    } finally {
      RELEASE.countDown();
    }
    await().until(() -> inside.requests.get() == 0);
  }
}
