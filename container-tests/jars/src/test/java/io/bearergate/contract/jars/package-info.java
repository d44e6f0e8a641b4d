/** What people copy into {@code WEB-INF/lib}: what is in it, and does it work there? */
@NullMarked
package io.bearergate.contract.jars;

import org.jspecify.annotations.NullMarked;
