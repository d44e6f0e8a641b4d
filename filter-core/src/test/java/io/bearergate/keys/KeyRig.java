package io.bearergate.keys;

import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.awaitility.Awaitility;

/** Key sources whose time stands still until a test moves it, and which keep what they report. */
final class KeyRig implements AutoCloseable, GateListener {

  final List<String> events = new CopyOnWriteArrayList<>();
  final JwkSources sources;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000_000L);

  KeyRig() {
    this(TestJwks.rules());
  }

  KeyRig(JwksRules rules) {
    this(
        rules,
        () -> {
          throw new IllegalStateException("no TLS here");
        });
  }

  KeyRig(JwksRules rules, Supplier<SSLSocketFactory> tls) {
    HttpGet http = new HttpGet(rules, tls);
    Shared shared = new Shared(new FetchThreads(), nanos::get, () -> 0.5);
    sources = new JwkSources(http, this, shared, false);
  }

  /** Moves the time on; nothing is fetched before {@link #tick}. */
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  void tick() {
    sources.tick();
  }

  /** Moves the time on, and lets what is due begin. */
  void passAndTick(Duration time) {
    pass(time);
    tick();
  }

  /** Waits for the nth event of a kind, {@code fetched} or {@code unavailable}. */
  void await(String kind, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> count(kind) >= count);
  }

  long count(String kind) {
    return events.stream().filter(event -> event.startsWith(kind)).count();
  }

  @Override
  public void keysFetched(String issuer, int keys, Duration took) {
    events.add("fetched " + keys);
  }

  @Override
  public void keysUnavailable(String issuer, String cause) {
    events.add("unavailable " + cause);
  }

  @Override
  public void keysChanged(KeyHealth health) {
    events.add("changed to " + health.state());
  }

  @Override
  public void close() {
    sources.close();
  }
}
