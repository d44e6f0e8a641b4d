package io.bearergate.introspection;

import java.net.URI;
import java.time.Duration;

/**
 * How an issuer is asked about tokens (RFC 7662). Immutable.
 *
 * @param issuer the configured {@code iss}: whom assertions of ours are for
 * @param address where it is asked
 * @param client who we are there
 * @param everyToken whether tokens that look like JWTs are asked about too
 * @param signed whether the answers must be signed (RFC 9701)
 * @param kept how long a good answer counts at most; zero: for one request
 */
public record IntrospectionRules(
    String issuer,
    URI address,
    IntrospectionClient client,
    boolean everyToken,
    boolean signed,
    Duration kept) {}
