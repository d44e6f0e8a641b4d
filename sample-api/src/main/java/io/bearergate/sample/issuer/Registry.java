package io.bearergate.sample.issuer;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who and what the authorization server knows: clients, APIs and users. Thread-safe. */
record Registry(
    ConcurrentMap<String, Client> clients,
    ConcurrentMap<String, Api> apis,
    Map<String, User> users,
    ClientKeys requestKeys) {

  /** The directory the login page asks; other realms are for flows that name one. */
  static final String LOGIN_REALM = "users";

  private static final Digest NOBODYS = Digest.of(Handles.random());

  static Registry fixtures() {
    Fixture data = Fixtures.read();
    return new Registry(
        new ConcurrentHashMap<>(byName(data, "clients", Client::parse, Client::id)),
        new ConcurrentHashMap<>(byName(data, "apis", Api::parse, Api::audience)),
        byName(data, "users", User::parse, user -> user.account().username()),
        ClientKeys.fixtures("request"));
  }

  private static <T> Map<String, T> byName(
      Fixture data, String list, Function<Fixture, T> parser, Function<T, String> name) {
    return data.list(list).stream().map(parser).collect(Collectors.toUnmodifiableMap(name, t -> t));
  }

  /** Changes the registration of a client that there is. */
  void amend(String clientId, UnaryOperator<Client> change) {
    Client known = clients.computeIfPresent(clientId, (id, client) -> change.apply(client));
    if (known == null) {
      throw new IllegalArgumentException("There is no client " + clientId + ".");
    }
  }

  /** Gives an API another identifier, and whoever was let in keeps what they may do there. */
  void rename(String audience, String identifier) {
    Api known = apis.remove(audience);
    if (known == null) {
      throw new IllegalArgumentException("There is no API " + audience + ".");
    }
    apis.put(identifier, known.named(identifier));
    clients.replaceAll((id, client) -> client.granted(audience, identifier));
  }

  /** Changes the key that an API's tokens are encrypted with. */
  void encryptFor(String audience, RSAKey publicKey) {
    Api known = apis.computeIfPresent(audience, (name, api) -> api.encryptedFor(publicKey));
    if (known == null) {
      throw new IllegalArgumentException("There is no API " + audience + ".");
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
    return withPassword(userCalled(username, LOGIN_REALM), password);
  }

  /** The user of a directory by any of the user's names. */
  Optional<User> userCalled(String identifier, String realm) {
    return users.values().stream()
        .filter(user -> user.account().realm().equals(realm))
        .filter(user -> user.answersTo(identifier))
        .findFirst();
  }

  /** The same user if the password is right. It takes as long for a user that does not exist. */
  static Optional<User> withPassword(Optional<User> user, String password) {
    Digest kept = user.flatMap(known -> known.account().password()).orElse(NOBODYS);
    boolean fits = kept.fits(password);
    return user.filter(known -> fits);
  }

  /** Whether there is a directory of this name whose users have passwords. */
  boolean hasDirectory(String realm) {
    return users.values().stream()
        .map(User::account)
        .anyMatch(account -> account.realm().equals(realm) && account.password().isPresent());
  }

  /** Whether some client's pages are served from this origin. */
  boolean knowsOrigin(String origin) {
    return clients.values().stream().anyMatch(client -> client.hasOrigin(origin));
  }
}
