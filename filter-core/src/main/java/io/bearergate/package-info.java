/**
 * Decides one request.
 *
 * <p>{@code Gate.decide} takes five steps, each one call: what the path asks for, what the request
 * presents, whether the token is good, whether the presenter holds it, whether it carries what the
 * path asks for. Out comes a {@link Decision}.
 */
@NullMarked
package io.bearergate;

import org.jspecify.annotations.NullMarked;
