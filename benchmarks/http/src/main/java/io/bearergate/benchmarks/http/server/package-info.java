/** The servers under load: one Jetty, one servlet, and a protection before it. */
@NullMarked
package io.bearergate.benchmarks.http.server;

import org.jspecify.annotations.NullMarked;
