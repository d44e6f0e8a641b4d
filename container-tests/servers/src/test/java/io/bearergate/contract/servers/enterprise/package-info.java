/** An application of what full servers bring; never loaded by the class loader of the tests. */
@NullMarked
package io.bearergate.contract.servers.enterprise;

import org.jspecify.annotations.NullMarked;
