/** Servers from Maven Central: how each is laid out, given applications and run. */
@NullMarked
package io.bearergate.contract.servers.product;

import org.jspecify.annotations.NullMarked;
