package io.bearergate.config;

import java.util.Map;
import java.util.Optional;

/**
 * Knows the issuers of this application that are found at run time: its tenants. Handed to {@link
 * GateConfig#builder(IssuerResolver, String)}; asked about whoever no setting names.
 *
 * <p>Called on a thread of Bearergate's that has the application's context class loader, and no
 * request, transaction or security context; by several threads at once, so it must be thread-safe.
 * At most 32 calls run and 50 begin a second, of one issuer one at a time. A request waits 2 s for
 * it; after 10 s the thread is interrupted, and whatever comes counts all the same. What it throws
 * is a failure, answered with 503: only an empty answer says that an issuer is none of ours.
 */
@FunctionalInterface
public interface IssuerResolver {

  /**
   * What makes an issuer ours.
   *
   * @param issuer the {@code iss} of a token of which nothing is verified: anybody may have made it
   *     up. An {@code https} address ({@code http} on the loopback), 512 printable ASCII characters
   *     at most, without comma, quote, query or fragment. Compare it whole: to look for a name in
   *     it lets everybody choose who vouches for him
   * @return its own settings, as of a block: what is left out is as the builder says, and an empty
   *     map is a tenant like all others. They are taken as they are, without placeholders, and are
   *     trusted like any setting: {@code jwks-uri} says whose signatures count. Empty: none of
   *     ours, its tokens are refused with 401 and nothing is fetched
   */
  Optional<Map<Setting, String>> resolve(String issuer);
}
