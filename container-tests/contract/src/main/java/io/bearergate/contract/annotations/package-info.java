/** What annotations on servlets ask, on a server that runs an application from its folder. */
@NullMarked
package io.bearergate.contract.annotations;

import org.jspecify.annotations.NullMarked;
