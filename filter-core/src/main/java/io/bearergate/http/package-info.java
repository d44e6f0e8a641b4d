/**
 * How a request looks to us.
 *
 * <p>{@link RequestView} is the seam: whatever serves HTTP hands one in, and the core reads no more
 * of the request than it offers. {@link Credentials} is what the request presents.
 */
@NullMarked
package io.bearergate.http;

import org.jspecify.annotations.NullMarked;
