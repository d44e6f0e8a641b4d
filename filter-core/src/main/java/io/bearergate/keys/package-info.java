/**
 * The issuer's public keys: fresh, and at hand when a request comes.
 *
 * <p>{@link JwkSources} opens one {@link JwkSource} an issuer, from a {@link KeyLocation}: fetched
 * over HTTP and kept, or fixed text. A source answers with {@link VerificationKey}s that fit the
 * algorithm asked for, or says whether the key is unknown (the token is at fault) or the keys
 * cannot be had (we are). No type of the JOSE library leaves this package.
 */
@NullMarked
package io.bearergate.keys;

import org.jspecify.annotations.NullMarked;
