/**
 * JSON that two readers cannot understand differently.
 *
 * <p>Tokens, key sets and metadata are all read by {@link JsonReader}. It stands by itself because
 * {@code token} uses {@code keys}, and both read JSON; it is not exported.
 */
@NullMarked
package io.bearergate.json;

import org.jspecify.annotations.NullMarked;
