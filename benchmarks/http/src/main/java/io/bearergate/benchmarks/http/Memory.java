package io.bearergate.benchmarks.http;

/** What a peer holds after its run: resident in all, and live on the Java heap. */
record Memory(int residentMib, int heapMib) {}
