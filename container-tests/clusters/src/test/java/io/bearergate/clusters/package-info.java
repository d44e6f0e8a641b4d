/** What two nodes tell each other of DPoP proofs, through the stores that docs/dpop.md names. */
@NullMarked
package io.bearergate.clusters;

import org.jspecify.annotations.NullMarked;
