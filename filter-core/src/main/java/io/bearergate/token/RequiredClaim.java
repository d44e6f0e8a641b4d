package io.bearergate.token;

import java.util.Optional;

/**
 * A claim that every token must carry.
 *
 * @param path where it stands
 * @param value the exact text it must have, or be an array with; empty when its presence is enough
 */
public record RequiredClaim(ClaimPath path, Optional<String> value) {}
