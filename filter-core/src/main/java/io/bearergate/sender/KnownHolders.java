package io.bearergate.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bearergate.token.HolderJwt;
import io.bearergate.token.HolderKey;
import java.util.Optional;

/**
 * The keys whose proofs passed lately, ready to verify the next ones: to make a key of a JWK costs
 * as much as all checks of a proof but the signature. What is found is what would be made anew of
 * the same header, so nothing is believed for being here. Only proofs of a token's holder are kept;
 * bounded in bytes. Thread-safe.
 */
final class KnownHolders {

  private static final long MOST_BYTES = 16L << 20;

  /** Of a key and its JWK, beside its header: 1 to 2 KiB on a 64-bit JVM. */
  private static final int BYTES_BESIDE_HEADER = 2048;

  /** The text and all that its JSON may be taken apart into: objects in objects at the worst. */
  private static final int BYTES_OF_CHARACTER = 16;

  /** Room for an RSA key of 4096 bits; who has more is parsed anew each time. */
  private static final int LONGEST_ENTRY = 1200;

  private final Cache<String, HolderKey> holders =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String entry, HolderKey holder) -> weight(entry))
          .executor(Runnable::run)
          .build();

  /** Takes a proof apart; empty unless it has the form of one. */
  Optional<HolderJwt> parse(String compact, String keyThumbprint) {
    HolderKey known = holders.getIfPresent(entry(compact, keyThumbprint));
    return known == null ? HolderJwt.parse(compact) : HolderJwt.parse(compact, known);
  }

  /** Whether the key of {@code proof} has that thumbprint (RFC 9449 §6.1). */
  boolean isOf(String keyThumbprint, HolderJwt proof, String compact) {
    String entry = entry(compact, keyThumbprint);
    HolderKey known = holders.getIfPresent(entry);
    if (known != null && known == proof.holder()) {
      return true;
    }
    boolean own = Thumbprint.equal(Thumbprint.ofKey(proof.key()), keyThumbprint);
    if (own && entry.length() <= LONGEST_ENTRY) {
      holders.put(entry, proof.holder());
    }
    return own;
  }

  private static int weight(String entry) {
    return BYTES_BESIDE_HEADER + BYTES_OF_CHARACTER * entry.length();
  }

  /** No header has a dot, so none can be taken for another with another thumbprint. */
  private static String entry(String compact, String keyThumbprint) {
    return HolderJwt.headerOf(compact) + '.' + keyThumbprint;
  }
}
