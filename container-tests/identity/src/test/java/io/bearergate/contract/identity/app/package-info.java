/** Parts of applications, to be deployed in any combination. */
@NullMarked
package io.bearergate.contract.identity.app;

import org.jspecify.annotations.NullMarked;
