/** A protected web application by {@code web.xml}, as small as can be. */
@NullMarked
package io.bearergate.sample.war;

import org.jspecify.annotations.NullMarked;
