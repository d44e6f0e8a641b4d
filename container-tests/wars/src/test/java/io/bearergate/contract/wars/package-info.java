/** What people start from: the sample applications as they are built, and the migration guides. */
@NullMarked
package io.bearergate.contract.wars;

import org.jspecify.annotations.NullMarked;
