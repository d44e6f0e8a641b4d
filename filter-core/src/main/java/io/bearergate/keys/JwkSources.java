package io.bearergate.keys;

import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.event.KeyHealth.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The key sources of one gate, an issuer each, and the threads that keep them fresh: a timer for
 * all and a short-lived one a fetch, daemons named {@code bearergate-…}. {@link #close} ends them.
 * Thread-safe.
 */
public final class JwkSources implements AutoCloseable {

  private static final Logger LOG = System.getLogger("io.bearergate.keys");

  /** How often the timer looks whether a fetch is due; so much later than due one may begin. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private final JwksRules rules;
  private final GateListener listener;
  private final Shared shared;
  private final HttpGet http;
  private final FormPosts posts;
  private final Waiters ofTenants = Waiters.ofAllTenants();
  private final List<Opened> opened = new CopyOnWriteArrayList<>();
  private final List<Runnable> everySecond = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean ticking;

  /**
   * One source.
   *
   * @param refresh empty where nothing is fetched
   */
  private record Opened(
      JwkSource source, Optional<KeyRefresh> refresh, Supplier<KeyHealth> health) {}

  /** Sources whose ages count by {@link System#nanoTime}. */
  public JwkSources(JwksRules rules, GateListener listener) {
    this(rules, listener, System::nanoTime);
  }

  /**
   * Sources whose ages count by a clock of the caller's.
   *
   * @param nanoClock monotonic nanoseconds from any origin; asked by all threads
   */
  public JwkSources(JwksRules rules, GateListener listener, LongSupplier nanoClock) {
    this(
        new HttpGet(rules, rules.route()::tls),
        listener,
        new Shared(new FetchThreads(), nanoClock, () -> ThreadLocalRandom.current().nextDouble()),
        true);
  }

  /**
   * @param ticks false leaves it to the caller to call {@link #tick}
   */
  JwkSources(HttpGet http, GateListener listener, Shared shared, boolean ticks) {
    this.rules = http.rules();
    this.listener = listener;
    this.shared = shared;
    this.http = http;
    this.posts = new FormPosts(http, shared);
    this.ticking = new AtomicBoolean(!ticks);
  }

  /**
   * Opens the keys of one issuer. Fetched ones begin to be fetched at once, in the background; this
   * never waits for them.
   *
   * @param issuer the exact {@code iss}, which metadata has to name
   * @throws IllegalArgumentException if keys cannot come from there: text without a usable key, an
   *     address that is neither {@code https} nor {@code http} on the loopback. The message
   *     completes the name of the setting at fault and holds nothing of a key.
   */
  public JwkSource open(String issuer, KeyLocation where) {
    return open(issuer, where, Waiters.ofOneIssuer());
  }

  /**
   * The same for an issuer that is found at run time, and may be closed before the others: fewer
   * requests may wait for the keys of all of these together.
   *
   * @throws IllegalArgumentException as {@link #open} does
   * @throws IllegalStateException after {@link #close()}
   */
  public JwkSource openForTenant(String issuer, KeyLocation where) {
    return open(issuer, where, ofTenants);
  }

  private JwkSource open(String issuer, KeyLocation where, Waiters waiters) {
    if (closed.get()) {
      throw new IllegalStateException("key sources cannot be opened after close()");
    }
    KeyEvents events = new KeyEvents(issuer, listener);
    if (where instanceof KeyLocation.Text text) {
      return fixed(
          FixedJwks.parse(text.jwksOrPem(), shared.generations().incrementAndGet()), events);
    }
    return cached(new JwksFetch(address(issuer, where), http), events, waiters);
  }

  private JwkSource fixed(FixedJwks source, KeyEvents events) {
    KeyHealth good =
        new KeyHealth(events.issuer(), State.GOOD, Optional.empty(), source.keys().size(), 0);
    opened.add(new Opened(source, Optional.empty(), () -> good));
    events.crowded(source.keys());
    return source;
  }

  private JwkSource cached(JwksFetch fetch, KeyEvents events, Waiters waiters) {
    KeyRefresh refresh = new KeyRefresh(rules, fetch, shared, events);
    JwkSource source = new CachedJwks(rules, refresh, shared, waiters);
    opened.add(new Opened(source, Optional.of(refresh), refresh::health));
    refresh.tick();
    beginTicking();
    return source;
  }

  private void beginTicking() {
    if (ticking.compareAndSet(false, true)) {
      shared.threads().every(TICK, this::tick);
    }
  }

  /**
   * Ends what keeps the keys of one source fresh. What it holds serves on until it is too old; its
   * health is told no more.
   */
  public void close(JwkSource source) {
    List<Opened> ended = opened.stream().filter(one -> one.source == source).toList();
    opened.removeIf(one -> one.source == source); // a record's equals holds our loader on JDK 17
    ended.stream().flatMap(one -> one.refresh.stream()).forEach(KeyRefresh::close);
  }

  /**
   * Runs {@code task} on a thread of its own that {@link #close()} waits for, shortly.
   *
   * @return false if it does not, being closed
   * @throws OutOfMemoryError if the system gives no thread
   */
  public boolean start(String name, Runnable task) {
    return !closed.get() && shared.threads().start(name, task);
  }

  /**
   * Posts a form to an issuer and waits for what becomes of it, bounded as fetches of keys are.
   * Only for threads that {@link #start} has started: a name look-up may hang for longer.
   */
  public PostOutcome post(FormPost form) {
    return posts.post(form);
  }

  /** Runs {@code task}, which must neither block nor throw, about every second until closed. */
  public void everySecond(Runnable task) {
    everySecond.add(task);
    beginTicking();
  }

  private JwksAddress address(String issuer, KeyLocation where) {
    if (where instanceof KeyLocation.Jwks jwks) {
      return new JwksAddress.Configured(callable(jwks.address()));
    }
    List<URI> places =
        where instanceof KeyLocation.Metadata metadata
            ? List.of(callable(metadata.address()))
            : MetadataDocument.places(discoverable(issuer));
    return new JwksAddress.Named(new IssuerMetadata(issuer, places, http, shared.nanoClock()));
  }

  private static URI discoverable(String issuer) {
    try {
      URI address = callable(new URI(issuer));
      if (address.getRawQuery() == null && address.getRawFragment() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is no address that keys can be discovered from", e);
    }
    throw new IllegalArgumentException("has a query or fragment, so nothing can be discovered");
  }

  private static URI callable(URI address) {
    if (Origin.of(address).isEmpty()) {
      throw new IllegalArgumentException(
          "is not an https address with a host (http is accepted on the loopback only)");
    }
    return address;
  }

  /** How the keys of each issuer are now, in the order they were opened. */
  public List<KeyHealth> health() {
    return opened.stream().map(one -> one.health.get()).toList();
  }

  /** Fetches whatever is due. Neither blocks nor throws. */
  void tick() {
    refreshes().forEach(refresh -> guarded(refresh::tick));
    everySecond.forEach(JwkSources::guarded);
  }

  private Stream<KeyRefresh> refreshes() {
    return opened.stream().flatMap(one -> one.refresh.stream());
  }

  /** What one source throws, in a log handler say, must not end the timer for all of them. */
  private static void guarded(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "A look at the keys failed with " + e.getClass().getName());
    }
  }

  /**
   * Waits until every source opened so far has had keys.
   *
   * @return false if that took longer than {@code atMost}, or the wait was interrupted or closed
   */
  public boolean awaitKeys(Duration atMost) {
    List<CompletableFuture<Boolean>> all = refreshes().map(KeyRefresh::firstKeys).toList();
    try {
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return all.stream().allMatch(CompletableFuture::join);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /**
   * Ends every thread, also one that hangs on an issuer, within about a second. Keys already
   * fetched serve on until they are too old.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      for (Opened one : opened) { // lambdas would be linked now, when the jar may be gone
        if (one.refresh.isPresent()) {
          one.refresh.get().close();
        }
      }
      posts.close();
      shared.threads().close();
    }
  }
}
