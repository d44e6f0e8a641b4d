package io.bearergate.sample.issuer;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who and what the authorization server knows: clients, APIs and users. Thread-safe. */
record Registry(
    ConcurrentMap<String, Client> clients,
    Map<String, Api> apis,
    Map<String, User> users,
    ClientKeys requestKeys) {

  /** The directory the login page asks; other realms are for flows that name one. */
  private static final String LOGIN_REALM = "users";

  static Registry fixtures() {
    Fixture data = Fixtures.read();
    return new Registry(
        new ConcurrentHashMap<>(byName(data, "clients", Client::parse, Client::id)),
        byName(data, "apis", Api::parse, Api::audience),
        byName(data, "users", User::parse, user -> user.account().username()),
        ClientKeys.fixtures("request"));
  }

  private static <T> Map<String, T> byName(
      Fixture data, String list, Function<Fixture, T> parser, Function<T, String> name) {
    return data.list(list).stream().map(parser).collect(Collectors.toUnmodifiableMap(name, t -> t));
  }

  /** Adds a redirect URI to those of a client that there is. */
  void register(String clientId, URI redirectUri) {
    Client known =
        clients.computeIfPresent(clientId, (id, client) -> client.with(redirectUri.toString()));
    if (known == null) {
      throw new IllegalArgumentException("There is no client " + clientId + ".");
    }
  }

  Optional<Client> client(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  Optional<Api> api(String audience) {
    return Optional.ofNullable(apis.get(audience));
  }

  Optional<User> userBySubject(String subject) {
    return users.values().stream().filter(user -> user.subject().equals(subject)).findFirst();
  }

  /** The user of the default directory with this name and password. */
  Optional<User> userByPassword(String username, String password) {
    return Optional.ofNullable(users.get(username))
        .filter(user -> user.account().realm().equals(LOGIN_REALM))
        .filter(user -> user.account().password().filter(kept -> kept.fits(password)).isPresent());
  }

  /** Whether some client's pages are served from this origin. */
  boolean knowsOrigin(String origin) {
    return clients.values().stream().anyMatch(client -> client.hasOrigin(origin));
  }
}
