/**
 * A web application with the filter in its own {@code WEB-INF/lib} comes and goes; what of it stays
 * in the server's heap?
 */
@NullMarked
package io.bearergate.contract.redeploy;

import org.jspecify.annotations.NullMarked;
