/**
 * A web application with the filter in its own {@code WEB-INF/lib}: is it protected by nothing but
 * the jars that are there? And when it comes and goes, what of it stays in the server's heap?
 */
@NullMarked
package io.bearergate.contract.redeploy;

import org.jspecify.annotations.NullMarked;
