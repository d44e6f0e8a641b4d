/**
 * A client that sends what well-behaved ones refuse to: odd paths, repeated headers, control bytes.
 */
@NullMarked
package io.bearergate.contract.http;

import org.jspecify.annotations.NullMarked;
