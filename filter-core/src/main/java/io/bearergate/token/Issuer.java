package io.bearergate.token;

import io.bearergate.keys.JwkSource;

/**
 * One issuer we believe.
 *
 * @param identifier the exact {@code iss}, compared character for character (RFC 7519 §4.1.1)
 * @param rules what its tokens must be like
 * @param keys its keys, and nobody else's
 */
public record Issuer(String identifier, IssuerRules rules, JwkSource keys) {}
