package io.bearergate.token;

import io.bearergate.keys.JwkSource;
import io.bearergate.keys.JwkSources;
import io.bearergate.token.TenantRules.Answer;
import io.bearergate.token.TenantRules.Answer.Nobody;
import io.bearergate.token.TenantRules.Answer.Unfit;
import io.bearergate.token.TenantRules.Answer.Vouched;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Issuers that no setting lists: the application is asked about each, on threads of ours, and what
 * it says is kept for a while. Everything that a stranger can cause by made-up names is bounded:
 * what is kept, how many calls run, how many begin, and how many requests wait for them.
 * Thread-safe.
 */
public final class Tenants implements AutoCloseable {

  /** How many calls about issuers not known may run, hung ones among them. */
  static final int MOST_CALLS = 32;

  /** How many of them may begin in a second. */
  static final int MOST_CALLS_PER_SECOND = 50;

  /** How many calls about issuers known already may run: no stranger can use these up. */
  static final int MOST_RENEWALS = 8;

  /** How many requests may wait for calls. */
  static final int MOST_WAITERS = 64;

  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  static final Duration LONGEST_CALL = Duration.ofSeconds(10);
  static final Duration UNKNOWN_LASTS = Duration.ofSeconds(10);
  static final Duration FAILURE_LASTS = Duration.ofSeconds(5);

  /**
   * What may be an issuer's address, nothing that could be read in two ways; up to 512 characters.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9._~:/\\[\\]!$&'()*+;=%-]{1,504}");

  private static final Standing UNKNOWN = new Standing.Unknown();
  private static final Standing FAILED = new Standing.Unsettled(FAILURE_LASTS);
  private static final Standing BUSY = new Standing.Unsettled(Duration.ofSeconds(1));

  private final TenantRules rules;
  private final JwkSources sources;
  private final Duration leeway;
  private final LongSupplier nanoClock;
  private final Map<String, Tenant> known = new ConcurrentHashMap<>();
  private final Map<String, TenantCall> calls = new ConcurrentHashMap<>();
  private final VainQuestions vain = new VainQuestions();
  private final TenantEvents events;
  private final CallRate rate;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger renewing = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Whom {@code rules} find.
   *
   * @param sources opens the keys of each, and has the threads
   * @param leeway for the times of their tokens
   * @param nanoClock monotonic nanoseconds from any origin; asked by all threads
   */
  public Tenants(TenantRules rules, JwkSources sources, Duration leeway, LongSupplier nanoClock) {
    this.rules = rules;
    this.sources = sources;
    this.leeway = leeway;
    this.nanoClock = nanoClock;
    this.events = new TenantEvents(now());
    this.rate = new CallRate(MOST_CALLS_PER_SECOND, now());
    sources.everySecond(this::sweep);
  }

  long now() {
    return nanoClock.getAsLong();
  }

  Duration leeway() {
    return leeway;
  }

  long lifetimeNanos() {
    return rules.lifetime().toNanos();
  }

  /** How it stands with an issuer that anybody may have made up. Waits 2 s at most. */
  Standing find(String issuer) {
    Tenant tenant = known.get(issuer);
    if (tenant != null && tenant.isBelieved()) {
      return tenant.standing();
    }
    if (!ADDRESS.matcher(issuer).matches()) {
      return UNKNOWN;
    }
    Standing lately = vain.of(issuer, now());
    return lately != null ? lately : asked(issuer);
  }

  private Standing asked(String issuer) {
    TenantCall call = calls.get(issuer);
    if (call == null) {
      call = rate.permits(now()) ? begin(issuer, running, MOST_CALLS) : null;
    }
    return call == null ? BUSY : afterWaiting(call);
  }

  private Standing afterWaiting(TenantCall call) {
    Duration left = LONGEST_WAIT.minusNanos(now() - call.startedAt());
    try {
      return waiting.incrementAndGet() <= MOST_WAITERS && !left.isNegative()
          ? call.await(left, FAILED)
          : FAILED;
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** Asks again about an issuer that counts meanwhile. Neither waits nor throws. */
  void renew(Tenant tenant) {
    begin(tenant.issuer(), renewing, MOST_RENEWALS);
  }

  /**
   * The call about {@code issuer} that runs now, a new one if there was none; null if too many do.
   */
  private @Nullable TenantCall begin(String issuer, AtomicInteger ofItsKind, int most) {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    TenantCall fresh = new TenantCall(issuer, now(), ofItsKind, application);
    TenantCall other = calls.putIfAbsent(issuer, fresh);
    if (other != null) {
      return other;
    }
    boolean begun = false;
    try {
      begun = ofItsKind.incrementAndGet() <= most && sources.start("tenant", () -> run(fresh));
    } catch (OutOfMemoryError e) { // what the JVM throws when the system gives it no thread
      events.failed("the system gives no more threads", now());
    } finally {
      if (!begun) {
        end(fresh, BUSY);
      }
    }
    return begun ? fresh : null;
  }

  private void end(TenantCall call, Standing standing) {
    call.running().decrementAndGet();
    calls.remove(call.issuer(), call);
    call.finish(standing);
  }

  private void run(TenantCall call) {
    Standing standing = FAILED;
    try {
      standing = settled(call, answer(call));
    } finally {
      end(call, standing);
    }
  }

  /**
   * The application's code must not end our thread otherwise than by an answer. Once closed it is
   * not called, since nobody would tell it to stop.
   */
  private Answer answer(TenantCall call) {
    call.enter();
    try {
      return closed.get() ? new Unfit("closed") : rules.finder().find(call.issuer());
    } catch (Throwable e) { // code in other languages than Java throws checked exceptions too
      return new Unfit("it threw " + e.getClass().getName());
    } finally {
      call.leave();
    }
  }

  private Standing settled(TenantCall call, Answer answer) {
    if (answer instanceof Vouched vouched) {
      return vouchedFor(call, vouched);
    }
    if (answer instanceof Nobody) {
      forget(call.issuer());
      vain.keep(call.issuer(), UNKNOWN, now(), UNKNOWN_LASTS);
      return UNKNOWN;
    }
    return failed(call, ((Unfit) answer).problem());
  }

  /** One that is known serves on until its time is over. */
  private Standing failed(TenantCall call, String problem) {
    if (!closed.get()) {
      events.failed(problem, now());
    }
    vain.keep(call.issuer(), FAILED, now(), FAILURE_LASTS);
    return FAILED;
  }

  private Standing vouchedFor(TenantCall call, Vouched vouched) {
    try {
      vain.drop(call.issuer());
      return kept(call, vouched).standing();
    } catch (IllegalArgumentException e) { // keys cannot come from there
      return failed(call, "its keys cannot be opened: where they are said to be " + e.getMessage());
    } catch (IllegalStateException e) { // closed meanwhile
      return FAILED;
    }
  }

  /** With the keys it has, unless the application says something else of it than before. */
  private synchronized Tenant kept(TenantCall call, Vouched vouched) {
    if (closed.get()) {
      throw new IllegalStateException("closed");
    }
    String issuer = call.issuer();
    Tenant before = known.get(issuer);
    if (before != null && before.isSame(vouched)) {
      before.vouchedForAt(call.startedAt());
      return before;
    }
    JwkSource keys = sources.openForTenant(issuer, vouched.keys());
    Tenant fresh = new Tenant(issuer, vouched, keys, this);
    fresh.vouchedForAt(call.startedAt());
    if (before != null) {
      drop(before);
    }
    known.put(issuer, fresh);
    dropOverTheBound(fresh);
    return fresh;
  }

  private void dropOverTheBound(Tenant newest) {
    while (known.size() > rules.most()) {
      known.values().stream()
          .filter(tenant -> tenant != newest)
          .min((one, other) -> Long.signum(one.usedAt() - other.usedAt()))
          .ifPresent(this::drop);
      events.crowded(rules.most(), now());
    }
  }

  private void drop(Tenant tenant) {
    known.remove(tenant.issuer(), tenant);
    tenant.end().ifPresent(sources::close);
  }

  private synchronized void forget(String issuer) {
    Tenant tenant = known.get(issuer);
    if (tenant != null) {
      drop(tenant);
    }
  }

  /** Lets go of what is over, and tells code that hangs to stop. Neither blocks nor throws. */
  synchronized void sweep() {
    long now = now();
    known.values().stream().filter(tenant -> tenant.isOver(now)).toList().forEach(this::drop);
    calls.values().stream()
        .filter(call -> now - call.startedAt() > LONGEST_CALL.toNanos())
        .forEach(TenantCall::interrupt);
  }

  /** How many issuers are kept now. */
  int count() {
    return known.size();
  }

  /** Whether no call runs. */
  boolean isQuiet() {
    return calls.isEmpty();
  }

  /** How many are remembered to be none. */
  long countOfVain() {
    return vain.count();
  }

  /** Forgets all, and tells calls that still run to stop. Whoever waits for one is let go. */
  @Override
  public synchronized void close() {
    closed.set(true);
    known.values().forEach(this::drop);
    calls.values().forEach(TenantCall::interrupt);
    calls.values().forEach(call -> call.finish(FAILED));
  }
}
