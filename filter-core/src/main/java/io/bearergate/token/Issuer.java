package io.bearergate.token;

import io.bearergate.keys.JwkSource;

/**
 * One issuer we believe.
 *
 * @param identifier the exact {@code iss}, compared character for character (RFC 7519 §4.1.1)
 * @param audience whom its tokens must be for
 * @param keys its keys, and nobody else's
 */
public record Issuer(String identifier, Audience audience, JwkSource keys) {}
