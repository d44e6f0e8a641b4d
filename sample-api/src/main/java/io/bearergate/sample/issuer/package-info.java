/**
 * The mock authorization server: a mock in its users and its storage, not in its protocol.
 *
 * <p>One class per endpoint and one per grant. {@link
 * io.bearergate.sample.issuer.MockAuthorizationServer} wires them; a new endpoint is a class that
 * implements {@code Endpoint} and one line there, a new grant a class that implements {@code Grant}
 * and one line there.
 */
@NullMarked
package io.bearergate.sample.issuer;

import org.jspecify.annotations.NullMarked;
