package io.bearergate.jcache;

import java.time.Duration;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.expiry.ExpiryPolicy;

/** How long a cache keeps what is put into it, as far as JSR-107 lets one see. */
final class KeptFor {

  private KeptFor() {}

  /**
   * The shortest that an entry may live. Only creation counts as a rule; a policy that also looks
   * at reads may cut an entry's life short by them.
   *
   * @throws IllegalArgumentException if entries live forever, or nothing says how long
   */
  static Duration atLeast(Cache<String, String> cache) {
    ExpiryPolicy policy = told(cache);
    javax.cache.expiry.Duration created = policy.getExpiryForCreation();
    if (created == null || created.isEternal()) {
      throw new IllegalArgumentException(
          "The cache " + cache.getName() + " never forgets a proof and would fill up." + instead());
    }
    return Stream.of(policy.getExpiryForAccess(), policy.getExpiryForUpdate())
        .filter(other -> other != null && !other.isEternal())
        .map(KeptFor::span)
        .reduce(span(created), (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  /** Of a time that ends. */
  static Duration span(javax.cache.expiry.Duration kept) {
    return kept.isZero()
        ? Duration.ZERO
        : Duration.ofMillis(kept.getTimeUnit().toMillis(kept.getDurationAmount()));
  }

  /**
   * By what entries end.
   *
   * @throws IllegalArgumentException if the provider's kind of configuration does not say
   */
  @SuppressWarnings("unchecked") // what a class literal cannot say
  static ExpiryPolicy policy(Cache<String, String> cache) {
    CompleteConfiguration<String, String> complete =
        cache.getConfiguration(CompleteConfiguration.class);
    return complete.getExpiryPolicyFactory().create();
  }

  private static ExpiryPolicy told(Cache<String, String> cache) {
    try {
      return policy(cache);
    } catch (IllegalArgumentException e) { // JSR-107: the provider has another kind
      throw new IllegalArgumentException(
          "The cache " + cache.getName() + " does not say how long it keeps a proof." + instead(),
          e);
    }
  }

  static String instead() {
    return " Create it with JCacheProofs.configuration(config.sender().dpop().lifetime()), and have"
        + " the provider evict nothing: docs/dpop.md.";
  }
}
