/**
 * What the filter does on every servlet container, as tests.
 *
 * <p>Each container's module implements {@link io.bearergate.contract.ServletContainer} and
 * subclasses every {@code …Contract} here; nothing in them knows a container.
 */
@NullMarked
package io.bearergate.contract;

import org.jspecify.annotations.NullMarked;
