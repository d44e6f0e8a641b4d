/** What annotations on JAX-RS resources ask. */
@NullMarked
package io.bearergate.contract.jaxrs;

import org.jspecify.annotations.NullMarked;
