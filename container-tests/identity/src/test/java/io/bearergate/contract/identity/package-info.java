/** Does the application get to know whom it serves, by other ways than its request? */
@NullMarked
package io.bearergate.contract.identity;

import org.jspecify.annotations.NullMarked;
