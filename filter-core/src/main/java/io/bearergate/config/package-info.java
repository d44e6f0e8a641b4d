/**
 * Text from many sources, made into one checked value.
 *
 * <p>{@link Setting} is the only list of keys. {@link ConfigSource}s are asked in the order of
 * their rank; what is wrong anywhere is gathered and told at once in a {@link ConfigException}; out
 * comes a {@link GateConfig}.
 */
@NullMarked
package io.bearergate.config;

import org.jspecify.annotations.NullMarked;
