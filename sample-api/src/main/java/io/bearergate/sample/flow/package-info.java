/**
 * How a client gets a token: one class per documented flow, each a real client that checks what a
 * client must check and records every exchange. Nothing here knows the mock.
 */
@NullMarked
package io.bearergate.sample.flow;

import org.jspecify.annotations.NullMarked;
