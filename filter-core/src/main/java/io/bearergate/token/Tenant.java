package io.bearergate.token;

import io.bearergate.keys.JwkSource;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.token.TenantRules.Answer.Vouched;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An issuer that the application vouched for, until that has to be asked again. Once it is over it
 * stays so, and what was verified by it is verified anew. Times are monotonic nanoseconds.
 * Thread-safe.
 */
final class Tenant {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long RETRY = Duration.ofSeconds(5).toNanos();
  private static final KeyLookup GONE = new KeyLookup.Unavailable(Duration.ofSeconds(1));

  private final Tenants owner;
  private final Standing.Known standing;
  private final AtomicLong due = new AtomicLong();
  private final AtomicLong until = new AtomicLong();
  private final AtomicLong usedAt = new AtomicLong();

  /** Null once it is over. */
  private final AtomicReference<@Nullable Held> held;

  /**
   * What goes when it is over, although tokens that were verified by it are remembered for longer.
   */
  private record Held(Map<String, String> said, JwkSource keys) {}

  /**
   * @param keys its own, which the owner closes
   * @param owner whose lifetime and clock it goes by, and who asks again
   */
  Tenant(String issuer, Vouched vouched, JwkSource keys, Tenants owner) {
    this.held = new AtomicReference<>(new Held(vouched.said(), keys));
    this.owner = owner;
    Issuer named = new Issuer(issuer, vouched.rules(), this::keysFor);
    this.standing = new Standing.Known(Trusted.by(named, owner.leeway(), this::isBelieved));
    usedAt.set(owner.now());
  }

  private KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    Held now = held.get();
    return now == null ? GONE : now.keys.keysFor(keyId, algorithm);
  }

  String issuer() {
    return standing.issuer().identifier();
  }

  /** In monotonic nanoseconds, to about a second. */
  long usedAt() {
    return usedAt.get();
  }

  Standing standing() {
    return standing;
  }

  /** Whether the application says of it what it said before. */
  boolean isSame(Vouched said) {
    Held now = held.get();
    return now != null && now.said.equals(said.said());
  }

  /** The answer that was asked for then counts from then on. */
  void vouchedForAt(long askedAt) {
    long lifetime = owner.lifetimeNanos();
    until.set(askedAt + lifetime);
    due.set(askedAt + lifetime / 5 * 4);
  }

  /** Whether it still counts. To ask is to use it, and asks the application again in good time. */
  boolean isBelieved() {
    long now = owner.now();
    if (isOver(now)) {
      return false;
    }
    if (now - usedAt.get() > SECOND) {
      usedAt.set(now);
    }
    long dueAt = due.get();
    if (now - dueAt >= 0 && due.compareAndSet(dueAt, now + RETRY)) {
      owner.renew(this);
    }
    return true;
  }

  boolean isOver(long now) {
    return held.get() == null || now - until.get() >= 0;
  }

  /** For good; its keys, to be closed. */
  Optional<JwkSource> end() {
    return Optional.ofNullable(held.getAndSet(null)).map(Held::keys);
  }
}
