package io.bearergate.keys;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Verifies under one key and one algorithm by the fastest provider at hand. Thread-safe.
 *
 * <p>The last word against a signature that a provider did not judge, but stumbled over, is the
 * JVM's own: a valid token is not refused for an accelerator's fault.
 */
final class SignatureVerifier {

  private final JwsAlgorithm algorithm;
  private final PublicKey key;
  private final SignatureProviders providers;
  private final AtomicReference<@Nullable Choice> choice = new AtomicReference<>();
  private final AtomicReference<@Nullable PreparedKey> jvms = new AtomicReference<>();

  /** What was prepared, and for which accelerators; others, and it is done again. */
  private record Choice(Accelerators accelerators, PreparedKey prepared) {}

  SignatureVerifier(JwsAlgorithm algorithm, PublicKey key, SignatureProviders providers) {
    this.algorithm = algorithm;
    this.key = key;
    this.providers = providers;
  }

  /** Whether the JVM can verify with the key at all. */
  boolean isReady() {
    return SignatureProviders.ofJvm(algorithm, key).isPresent();
  }

  /**
   * Whether the key's private half made the signature.
   *
   * @param signature of the length and range that the algorithm has with this key
   */
  boolean verifies(byte[] signingInput, byte[] signature) {
    Accelerators accelerators = providers.accelerators();
    PreparedKey prepared = chosen(accelerators);
    boolean accelerated = accelerators.include(prepared.provider());
    try {
      return prepared.over(signingInput).verify(prepared.form(signature));
    } catch (SignatureException e) {
      return accelerated && verifiesByJvm(signingInput, signature);
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      if (!accelerated) {
        throw new IllegalStateException("a provider no longer takes a key that it took", e);
      }
      providers.drop(prepared.provider(), e);
      return verifiesByJvm(signingInput, signature);
    }
  }

  private boolean verifiesByJvm(byte[] signingInput, byte[] signature) {
    try {
      return jvm().verifies(signingInput, signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a provider no longer takes a key that it took", e);
    }
  }

  private PreparedKey chosen(Accelerators accelerators) {
    Choice known = choice.get();
    if (known != null && known.accelerators() == accelerators) {
      return known.prepared();
    }
    PreparedKey prepared = providers.accelerated(accelerators, algorithm, key).orElseGet(this::jvm);
    choice.set(new Choice(accelerators, prepared));
    return prepared;
  }

  private PreparedKey jvm() {
    PreparedKey known = jvms.get();
    if (known != null) {
      return known;
    }
    PreparedKey prepared =
        SignatureProviders.ofJvm(algorithm, key)
            .orElseThrow(() -> new IllegalStateException("the JVM cannot verify " + algorithm));
    jvms.set(prepared);
    return prepared;
  }
}
