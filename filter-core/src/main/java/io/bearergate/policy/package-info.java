/**
 * What a path asks for.
 *
 * <p>{@link Policy} is read from text, one rule a line, and answers with the {@link Requirement} of
 * the first rule that matches. What no rule matches needs a token; a path that only rules for other
 * methods match is refused.
 */
@NullMarked
package io.bearergate.policy;

import org.jspecify.annotations.NullMarked;
