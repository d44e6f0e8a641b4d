package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.Optional;

/**
 * An authorization request as its client meant it, taken out of what it came in.
 *
 * @param fault what is wrong with what it came in, to be told where the answer goes
 */
record SentRequest(
    Client client, Parameters parameters, Carriage carriage, Optional<ErrorObject> fault) {

  /** How a request came. */
  record Carriage(boolean pushed, boolean signed) {

    /** In a query that anybody on the way may have read and altered. */
    boolean isPlain() {
      return !pushed && !signed;
    }

    /** Whether the client may send its requests so (RFC 9126 §6, RFC 9101 §10.5). */
    boolean suits(Client client) {
      return (pushed || !client.mustPush()) && (signed || !client.mustSign());
    }
  }

  static SentRequest unsigned(Client client, Parameters parameters, boolean pushed) {
    return new SentRequest(client, parameters, new Carriage(pushed, false), Optional.empty());
  }
}
