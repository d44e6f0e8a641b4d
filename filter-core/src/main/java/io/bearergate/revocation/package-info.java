/**
 * Is a token that is good in itself wanted no longer?
 *
 * <p>{@link RevokedTokens} remembers what was revoked, by code or by a logout token of the issuer,
 * for as long as a token that it hits can live; it is asked on every request, once the token and
 * its sender are accepted.
 */
@NullMarked
package io.bearergate.revocation;

import org.jspecify.annotations.NullMarked;
