/** The load, made by processes of their own: as fast as answers come, and on a fixed schedule. */
@NullMarked
package io.bearergate.benchmarks.http.load;

import org.jspecify.annotations.NullMarked;
