/**
 * Why a request was turned away, and how that goes on the wire.
 *
 * <p>A {@link Rejection} is the reason, for our log and metrics; a {@link Challenge} is the answer
 * a client gets. The reason alone settles the answer, so that no check can tell a stranger more
 * than the RFCs mean it to.
 */
@NullMarked
package io.bearergate.rejection;

import org.jspecify.annotations.NullMarked;
