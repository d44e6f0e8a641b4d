/**
 * The servlet filter in front of the core.
 *
 * <p>{@link BearergateFilter} shows each request to the gate as a view of it, writes refusals, and
 * hands admitted requests on with the token's principal. It decides nothing itself. {@link
 * BearergateInitializer} registers it where the application does not, by {@link ProtectedApi} say.
 */
@NullMarked
package io.bearergate.jakarta;

import org.jspecify.annotations.NullMarked;
