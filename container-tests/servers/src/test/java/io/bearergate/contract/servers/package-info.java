/**
 * Web applications on servers as people run them, each a process of its own on 127.0.0.1, asked
 * over HTTP. What was seen becomes the table of {@code docs/containers.md}.
 */
@NullMarked
package io.bearergate.contract.servers;

import org.jspecify.annotations.NullMarked;
