/** A protected web application of JAX-RS resources, as small as can be. */
@NullMarked
package io.bearergate.sample.war;

import org.jspecify.annotations.NullMarked;
