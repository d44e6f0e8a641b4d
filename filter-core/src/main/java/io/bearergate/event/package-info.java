/**
 * What happened, for metrics.
 *
 * <p>The application hands in one {@link GateListener}; metrics libraries stay in the application.
 */
@NullMarked
package io.bearergate.event;

import org.jspecify.annotations.NullMarked;
