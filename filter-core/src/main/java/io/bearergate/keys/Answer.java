package io.bearergate.keys;

import java.time.Duration;
import java.util.Optional;

/**
 * A good answer of an issuer.
 *
 * @param body read as UTF-8; empty if we have the current version already, having asked so
 * @param version what to ask about next time, if the issuer names it
 * @param freshFor how long the issuer lets it be kept, if it says so
 */
record Answer(Optional<String> body, Optional<Version> version, Optional<Duration> freshFor) {}
