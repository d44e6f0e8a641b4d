package io.bearergate.sample.issuer;

import java.time.Instant;

/**
 * That a user has logged in.
 *
 * @param at when, the {@code auth_time}
 * @param sessionId the {@code sid} that clients are told; not the cookie
 */
record Login(User user, Instant at, String sessionId) {}
