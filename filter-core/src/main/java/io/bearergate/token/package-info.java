/**
 * Is this token genuine, current and meant for us?
 *
 * <p>{@link TokenVerifier} settles which issuer and key may have signed a compact JWT, verifies the
 * signature, then asks each check in turn; the first that objects gives the rejection. Nothing here
 * knows HTTP: an answer depends on the token, the keys and the clock alone, which is what makes it
 * safe to cache. {@code VerifiedTokens} does: a token met again is asked only what may have
 * changed, its issuer's keys and its times.
 */
@NullMarked
package io.bearergate.token;

import org.jspecify.annotations.NullMarked;
