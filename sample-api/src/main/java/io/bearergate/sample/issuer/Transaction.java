package io.bearergate.sample.issuer;

import java.util.Optional;

/**
 * A request on its way through login and consent.
 *
 * @param browser digest of the session cookie of the browser it belongs to
 * @param login once the user has logged in, or had before and that will do
 */
record Transaction(Errand errand, Digest browser, Optional<Login> login) {

  static Transaction of(Errand errand, String session, Optional<Login> login) {
    return new Transaction(errand, Digest.of(session), login);
  }
}
