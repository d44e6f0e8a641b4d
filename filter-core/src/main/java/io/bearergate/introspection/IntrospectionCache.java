package io.bearergate.introspection;

import java.time.Duration;
import java.util.Optional;

/**
 * Where good answers are kept for other nodes of a cluster, or for after a restart. Each gate
 * remembers by itself what it was told, within the bounds of {@code token-cache}, and asks here
 * only about tokens that it does not know; so most requests never come here. What is kept here
 * serves while the issuer fails, too.
 *
 * <p>Whoever can write to it can vouch for tokens: give it no wider access than the keys of the
 * issuer. It holds no token, but what the issuer says of it, personal data included.
 *
 * <p>Implementations must be thread-safe. What they throw counts as nothing known, and the issuer
 * is asked; what takes longer than 2 s makes the request wait in vain (503).
 */
public interface IntrospectionCache {

  /**
   * What was kept, however old: its time stands in it.
   *
   * @param key of the token at one issuer: 43 characters of base64url that nobody can tell the
   *     token by
   */
  Optional<String> find(String key);

  /**
   * Keeps an answer.
   *
   * @param answer at most 65,552 characters
   * @param lasting after which it is of no use
   */
  void keep(String key, String answer, Duration lasting);

  /** Nothing beyond what each gate remembers by itself. */
  static IntrospectionCache inMemory() {
    return NothingShared.INSTANCE;
  }
}
