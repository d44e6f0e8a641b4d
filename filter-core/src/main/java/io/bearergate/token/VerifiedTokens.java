package io.bearergate.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that one verifier found good lately, bounded in number and in bytes. Holds no token's
 * text: a heap dump shows claims and digests, and no credential. Thread-safe; nothing here runs on
 * a thread of its own.
 */
final class VerifiedTokens {

  private final Cache<TokenDigest, VerifiedToken> tokens;

  /** Empty where the bounds leave room for none. */
  static Optional<VerifiedTokens> within(TokenRules.Kept bounds) {
    return bounds.isNothing() ? Optional.empty() : Optional.of(new VerifiedTokens(bounds));
  }

  /**
   * Both bounds in one: a token weighs its bytes, but at least the share that each of the most
   * tokens has.
   */
  private VerifiedTokens(TokenRules.Kept bounds) {
    int share = Math.max(1, bounds.bytes() / bounds.tokens());
    this.tokens =
        Caffeine.newBuilder()
            .maximumWeight(Math.min((long) share * bounds.tokens(), bounds.bytes()))
            .weigher((TokenDigest digest, VerifiedToken token) -> Math.max(share, token.bytes()))
            .executor(Runnable::run)
            .build();
  }

  /** What was found good before; whether it still is must be asked. */
  @Nullable VerifiedToken get(TokenDigest digest) {
    return tokens.getIfPresent(digest);
  }

  void keep(TokenDigest digest, VerifiedToken token) {
    tokens.put(digest, token);
  }

  void drop(TokenDigest digest) {
    tokens.invalidate(digest);
  }

  /** How many there are, once what is over the bounds has gone. */
  long count() {
    tokens.cleanUp();
    return tokens.estimatedSize();
  }

  /** What they weigh together, once what is over the bounds has gone. */
  long bytes() {
    tokens.cleanUp();
    return tokens.asMap().values().stream().mapToLong(VerifiedToken::bytes).sum();
  }
}
