/**
 * Everything that was ever tried on a resource server, as rows of one table.
 *
 * <p>A row starts from a good token or request and spoils one thing; {@link
 * io.bearergate.contract.attack.AttackTable} names the groups.
 */
@NullMarked
package io.bearergate.contract.attack;

import org.jspecify.annotations.NullMarked;
