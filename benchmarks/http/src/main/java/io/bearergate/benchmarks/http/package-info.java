/**
 * What does protection cost over HTTP? Starts one server a peer, proves that each does the job,
 * then loads them in turn, round after round, and writes what came out.
 */
@NullMarked
package io.bearergate.benchmarks.http;

import org.jspecify.annotations.NullMarked;
