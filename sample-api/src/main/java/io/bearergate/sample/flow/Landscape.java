package io.bearergate.sample.flow;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a flow has to be told before it can be walked.
 *
 * @param issuer the authorization server, exactly as its tokens name it
 * @param api the origin of the API
 * @param clock what time the client takes it to be
 * @param surroundings what else there is
 */
public record Landscape(
    String issuer, URI api, InstantSource clock, Cast people, Surroundings surroundings) {

  /** One in which time passes by itself. */
  public Landscape(String issuer, URI api, InstantSource clock, Cast people) {
    this(issuer, api, clock, people, Surroundings.REAL);
  }

  /** The same with somebody who is told what is being waited for. */
  public Landscape watchedBy(Consumer<String> onlooker) {
    return in(surroundings.watchedBy(onlooker));
  }

  /** The same in other surroundings. */
  public Landscape in(Surroundings others) {
    return new Landscape(issuer, api, clock, people, others);
  }

  /**
   * Who takes part.
   *
   * @param clients by the part they play, which is the {@code client_id} of the fixture
   * @param users by name
   */
  public record Cast(Map<String, Registration> clients, Map<String, Account> users) {

    /** Copies both. */
    public Cast {
      clients = Map.copyOf(clients);
      users = Map.copyOf(users);
    }

    /**
     * The client that plays this part.
     *
     * @throws CheckFailed if nobody does
     */
    public Registration client(String part) {
      return Optional.ofNullable(clients.get(part))
          .orElseThrow(() -> new CheckFailed("client", "nobody plays " + part));
    }

    /** The client that plays this part, if somebody does. */
    public Optional<Registration> find(String part) {
      return Optional.ofNullable(clients.get(part));
    }

    /**
     * The account of this user.
     *
     * @throws CheckFailed if there is none
     */
    public Account user(String name) {
      return Optional.ofNullable(users.get(name))
          .orElseThrow(() -> new CheckFailed("user", "there is no " + name));
    }
  }

  /**
   * A user of the authorization server's.
   *
   * @param password typed into its login page, and into a client only where a flow is about that
   * @param subject what the server calls the user in its tokens
   * @param hint how the server is told of the user beforehand
   */
  public record Account(String username, String password, String subject, LoginHint hint) {

    /** One whose subject is the name. */
    public Account(String username, String password) {
      this(username, password, username, LoginHint.USERNAME);
    }

    @Override
    public String toString() {
      return username;
    }
  }
}
