package io.bearergate.sample.issuer;

import java.util.Optional;

/**
 * An authorization request on its way through login and consent.
 *
 * @param browser digest of the session cookie of the browser it belongs to
 * @param login once the user has logged in, or had before and that will do
 */
record Transaction(Ask ask, Digest browser, Optional<Login> login) {

  static Transaction of(Ask ask, String session, Optional<Login> login) {
    return new Transaction(ask, Digest.of(session), login);
  }
}
