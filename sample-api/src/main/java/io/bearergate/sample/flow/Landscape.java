package io.bearergate.sample.flow;

import java.net.URI;
import java.time.InstantSource;

/**
 * What the clients find: an authorization server, an API, and what time it is.
 *
 * @param issuer the issuer identifier; all else about the server is discovered
 * @param api the origin of the sample API
 * @param people who the clients and the user are
 */
public record Landscape(String issuer, URI api, InstantSource clock, Cast people) {

  /**
   * The registrations the flows use.
   *
   * @param machine for the client credentials flow
   */
  public record Cast(
      Registration web, Registration nativeApp, Registration machine, Account user) {}

  /**
   * A user of the authorization server's.
   *
   * @param password typed into its login page and nowhere else
   */
  public record Account(String username, String password) {

    @Override
    public String toString() {
      return username;
    }
  }
}
