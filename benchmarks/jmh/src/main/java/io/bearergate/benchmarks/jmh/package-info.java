/**
 * What one verification costs, beside the bare signature and beside other libraries, measured with
 * JMH. {@code Measurement} runs it all and writes down what it found.
 */
package io.bearergate.benchmarks.jmh;
