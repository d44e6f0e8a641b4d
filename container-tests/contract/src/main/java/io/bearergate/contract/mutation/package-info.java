/**
 * Tokens spoiled by chance, reproducibly: {@link io.bearergate.contract.mutation.MutatedTokens}.
 *
 * <p>What each is worth is known from how it was made, never by asking the code under test.
 */
@NullMarked
package io.bearergate.contract.mutation;

import org.jspecify.annotations.NullMarked;
