/** The sample put together: the API on Jetty behind the filter, and the demonstration of it. */
@NullMarked
package io.bearergate.sample;

import org.jspecify.annotations.NullMarked;
