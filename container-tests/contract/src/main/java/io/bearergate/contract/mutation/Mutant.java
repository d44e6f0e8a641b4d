package io.bearergate.contract.mutation;

/**
 * One mutated token.
 *
 * @param change what was done, for the message of a failure
 * @param valid whether it must be admitted; otherwise it must be refused
 */
public record Mutant(String change, String token, boolean valid) {}
