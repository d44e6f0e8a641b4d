package io.bearergate.benchmarks.jmh;

/**
 * What one round found for one case, for one operation.
 *
 * @param cpuMicros CPU time
 * @param wallMicros time on the clock, which other work on the machine lengthens
 * @param bytes allocated
 */
record Sample(double cpuMicros, double wallMicros, double bytes) {}
