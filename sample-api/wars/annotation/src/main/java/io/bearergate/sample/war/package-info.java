/** A protected web application by one annotation, as small as can be. */
@NullMarked
package io.bearergate.sample.war;

import org.jspecify.annotations.NullMarked;
