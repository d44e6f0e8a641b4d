package io.bearergate.keys;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Who verifies signatures: an accelerator on the class path once it is loaded and has passed its
 * self-test, and until then, or without one, the JVM's providers in the JVM's order. That list is
 * never changed. Thread-safe.
 */
public final class SignatureProviders {

  private static final Logger LOG = System.getLogger("io.bearergate.keys");

  private final AtomicReference<Accelerators> accelerators =
      new AtomicReference<>(Accelerators.NONE);
  private final CompletableFuture<Void> settled = new CompletableFuture<>();

  /** Of the whole application: to load native code twice would be a waste. */
  private static final class Shared {
    static final SignatureProviders INSTANCE =
        new SignatureProviders(new AcceleratorSearch(SignatureProviders.class.getClassLoader()));
  }

  /**
   * Searches in the background where there is something to find: to load it may take half a second.
   * On a thread of ours, since Corretto starts another from it, which inherits what that one knows.
   */
  SignatureProviders(AcceleratorSearch search) {
    if (search.isPromising()) {
      try {
        FetchThreads.daemon("signatures", () -> settle(search)).start();
        return;
      } catch (OutOfMemoryError e) {
        LOG.log(Level.WARNING, "No thread to load an accelerator on; the JVM''s providers verify");
      }
    }
    settled.complete(null);
  }

  /** These and no other: for a choice made elsewhere. */
  SignatureProviders(Accelerators accelerators) {
    this.accelerators.set(accelerators);
    settled.complete(null);
  }

  private void settle(AcceleratorSearch search) {
    try {
      accelerators.set(search.tested());
    } finally {
      settled.complete(null);
    }
  }

  static SignatureProviders shared() {
    return Shared.INSTANCE;
  }

  /**
   * Tells in one line, for the log, which providers verify: at once without an accelerator, else as
   * soon as it is tested, and then on another thread.
   */
  public static void describe(Consumer<String> log) {
    SignatureProviders shared = shared();
    var unused = shared.settled.thenRun(() -> log.accept(shared.accelerators().describe()));
  }

  CompletableFuture<Void> settled() {
    return settled;
  }

  Accelerators accelerators() {
    return Objects.requireNonNull(accelerators.get());
  }

  /** The key for the accelerator of its algorithm; empty when there is none, or it takes it not. */
  Optional<PreparedKey> accelerated(Accelerators from, JwsAlgorithm algorithm, PublicKey key) {
    Provider provider = from.byAlgorithm().get(algorithm);
    if (provider == null) {
      return Optional.empty();
    }
    try {
      return PreparedKey.of(provider, algorithm, key);
    } catch (RuntimeException | LinkageError e) {
      drop(provider, e);
      return Optional.empty();
    }
  }

  /** The key for the first of the JVM's providers that takes it. */
  static Optional<PreparedKey> ofJvm(JwsAlgorithm algorithm, PublicKey key) {
    for (SignatureScheme scheme : SignatureScheme.of(algorithm)) {
      Optional<PreparedKey> prepared =
          scheme.jvmsProviderFor(key).flatMap(found -> PreparedKey.of(found, algorithm, key));
      if (prepared.isPresent()) {
        return prepared;
      }
    }
    return Optional.empty();
  }

  /** Verifies no more with a provider that failed in another way than by judging a signature. */
  void drop(Provider failed, Throwable cause) {
    Accelerators before = accelerators();
    if (before.include(failed) && accelerators.compareAndSet(before, before.without(failed))) {
      LOG.log(
          Level.WARNING,
          "{0} failed ({1}); the JVM''s providers verify from now on",
          Accelerators.named(failed),
          cause.getClass().getName());
    }
  }
}
