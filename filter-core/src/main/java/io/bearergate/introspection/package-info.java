/**
 * What does the issuer say of a token that nobody else can read?
 *
 * <p>{@link Introspection} asks it (RFC 7662), one call in flight per token, within bounds that
 * hold whatever strangers present; what of the answer counts is for the caller to judge. Nothing
 * here knows what a token must be like.
 */
@NullMarked
package io.bearergate.introspection;

import org.jspecify.annotations.NullMarked;
