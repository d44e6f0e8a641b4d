/**
 * An issuer to test a resource server against.
 *
 * <p>{@link TestIssuer} holds keys, serves metadata and JWKS on a loopback port and mints tokens: a
 * valid one, or one with the change that a test is about.
 */
@NullMarked
package io.bearergate.test;

import org.jspecify.annotations.NullMarked;
