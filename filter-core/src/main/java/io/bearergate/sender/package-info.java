/**
 * Is the presenter the holder?
 *
 * <p>A token whose {@code cnf} binds it to a key or certificate is worth nothing without the proof
 * (RFC 7800). {@link SenderConstraint} is asked on every request, once the token itself is
 * accepted.
 */
@NullMarked
package io.bearergate.sender;

import org.jspecify.annotations.NullMarked;
