package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The clients, users and APIs the mock is born with, from {@code fixtures.json}. Their secrets and
 * passwords are no secrets: they are printed in the documentation, and serve on the loopback only.
 */
public final class Fixtures {

  /** The identifier of the sample's notes API, {@code A1} in the flow specifications. */
  public static final String NOTES_API = "https://api.bearergate.test/notes";

  /** The identifier of a second API, {@code A2}, which the notes API's tokens do not open. */
  public static final String BILLING_API = "https://api.bearergate.test/billing";

  /** A third API, {@code A3}: its tokens are encrypted. */
  public static final String VAULT_API = "urn:bearergate:vault";

  /** A fourth, {@code A4}: its tokens are bound to whoever presents them. */
  public static final String POP_API = "https://api.bearergate.test/pop";

  private static final String FILE = "fixtures.json";
  private static final String KEY_FILE = "fixture-keys.json";

  private Fixtures() {}

  /**
   * The published secret of a fixture client.
   *
   * @throws IllegalArgumentException if there is no such client or it has no secret
   */
  public static String clientSecret(String clientId) {
    return published("clients", "client_id", clientId, "client_secret");
  }

  /**
   * The published password of a fixture user.
   *
   * @throws IllegalArgumentException if there is no such user or the user has no password
   */
  public static String password(String username) {
    return published("users", "username", username, "password");
  }

  /**
   * What tokens call a fixture user.
   *
   * @throws IllegalArgumentException if there is no such user
   */
  public static String subject(String username) {
    return published("users", "username", username, "sub");
  }

  /**
   * The published private keys of a fixture client or API, the current one first.
   *
   * @param use {@code assertion} (RFC 7523) or {@code request} (RFC 9101) of a client, {@code
   *     decryption} (RFC 7516) of an API
   * @throws IllegalArgumentException if there are none
   */
  public static List<RSAKey> privateKeys(String name, String use) {
    List<Fixture> keys = read(KEY_FILE).member(name).list(use);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(name + " has no keys for " + use);
    }
    return keys.stream().map(Fixtures::rsaKey).toList();
  }

  /**
   * The same of an API as a private JWK set, each key good for every algorithm that fits it.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static String decryptionKeys(String audience) {
    List<JWK> keys =
        privateKeys(audience, "decryption").stream()
            .<JWK>map(key -> new RSAKey.Builder(key).algorithm(null).build())
            .toList();
    return new JWKSet(keys).toString(false);
  }

  /** The public half of the key that a fixture API's tokens are encrypted with, if they are. */
  static Optional<RSAKey> encryptionKey(String audience) {
    return read(KEY_FILE).member(audience).list("decryption").stream()
        .findFirst()
        .map(key -> rsaKey(key).toPublicJWK());
  }

  /** By client, the public halves of the keys it has registered for {@code use}. */
  static Map<String, JWKSet> publicKeys(String use) {
    Fixture clients = read(KEY_FILE);
    return clients.members().keySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                clientId -> clientId, clientId -> publicKeys(clients.member(clientId), use)));
  }

  private static JWKSet publicKeys(Fixture client, String use) {
    return new JWKSet(
        client.list(use).stream().<JWK>map(key -> rsaKey(key).toPublicJWK()).toList());
  }

  private static RSAKey rsaKey(Fixture key) {
    try {
      return RSAKey.parse(key.members());
    } catch (ParseException e) {
      throw new IllegalStateException(KEY_FILE + " holds what is no key", e);
    }
  }

  private static String published(String list, String key, String name, String member) {
    return read().list(list).stream()
        .filter(entry -> entry.text(key).equals(name))
        .flatMap(entry -> entry.optionalText(member).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no " + member));
  }

  static Fixture read() {
    return read(FILE);
  }

  private static Fixture read(String file) {
    try (InputStream in = Fixtures.class.getResourceAsStream(file)) {
      String text = new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
      return new Fixture(JSONObjectUtils.parse(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(file + " is not JSON", e);
    }
  }
}
