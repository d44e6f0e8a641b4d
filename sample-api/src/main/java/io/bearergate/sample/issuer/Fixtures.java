package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Objects;

/**
 * The clients, users and APIs the mock is born with, from {@code fixtures.json}. Their secrets and
 * passwords are no secrets: they are printed in the documentation, and serve on the loopback only.
 */
public final class Fixtures {

  /** The identifier of the sample's notes API, {@code A1} in the flow specifications. */
  public static final String NOTES_API = "https://api.bearergate.test/notes";

  /** The identifier of a second API, {@code A2}, which the notes API's tokens do not open. */
  public static final String BILLING_API = "https://api.bearergate.test/billing";

  private static final String FILE = "fixtures.json";

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

  private static String published(String list, String key, String name, String member) {
    return read().list(list).stream()
        .filter(entry -> entry.text(key).equals(name))
        .flatMap(entry -> entry.optionalText(member).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no " + member));
  }

  static Fixture read() {
    try (InputStream in = Fixtures.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(in, FILE).readAllBytes(), UTF_8);
      return new Fixture(JSONObjectUtils.parse(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(FILE + " is not JSON", e);
    }
  }
}
