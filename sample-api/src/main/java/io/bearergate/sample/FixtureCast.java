package io.bearergate.sample;

import static io.bearergate.sample.issuer.Fixtures.BILLING_API;
import static io.bearergate.sample.issuer.Fixtures.NOTES_API;
import static io.bearergate.sample.issuer.Fixtures.POP_API;

import com.nimbusds.jose.jwk.RSAKey;
import io.bearergate.sample.flow.Credential;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.LoginHint;
import io.bearergate.sample.flow.Registration;
import io.bearergate.sample.issuer.Fixtures;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clients and users of the mock authorization server, as the flow clients know them. */
public final class FixtureCast {

  private static final String LOOPBACK = "http://127.0.0.1";

  private FixtureCast() {}

  /**
   * All of them but the one with a certificate.
   *
   * @param backend where the backend of a page takes the answers to its logins
   * @param clock dates what they sign
   */
  public static Cast cast(URI backend, InstantSource clock) {
    return new Cast(byPart(backend, clock), users());
  }

  /**
   * All of them.
   *
   * @param certificate that of {@code webmtls}
   */
  static Cast cast(URI backend, InstantSource clock, Credential.Certificate certificate) {
    Map<String, Registration> parts = byPart(backend, clock);
    parts.put("webmtls", Registration.withoutBrowser("webmtls", certificate, POP_API));
    return new Cast(parts, users());
  }

  private static Map<String, Account> users() {
    return Stream.of("alice", "bob")
        .map(
            name ->
                new Account(
                    name, Fixtures.password(name), Fixtures.subject(name), LoginHint.ISS_SUB))
        .collect(Collectors.toMap(Account::username, user -> user));
  }

  /** All their parts, each played by this one client of another server. */
  static Map<String, Registration> playedBy(Registration client, InstantSource clock) {
    return byPart(client.redirectUri().orElseThrow(), clock).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                part ->
                    part.getValue().audience().equals(NOTES_API)
                        ? client
                        : client.at(part.getValue().audience())));
  }

  private static Map<String, Registration> byPart(URI backend, InstantSource clock) {
    Map<String, Registration> parts =
        Stream.of(browserClients(clock), List.of(form(backend)), otherClients(clock))
            .flatMap(List::stream)
            .collect(Collectors.toMap(Registration::clientId, client -> client));
    parts.put("pop", Objects.requireNonNull(parts.get("m2mpkj")).at(POP_API));
    return parts;
  }

  private static List<Registration> browserClients(InstantSource clock) {
    return List.of(
        Registration.of("web1", secret("web1"), LOOPBACK + ":8081/callback", NOTES_API),
        Registration.of("webpkj", key("webpkj", clock), LOOPBACK + ":8082/callback", NOTES_API)
            .signingWith(requestKey("webpkj")),
        Registration.of("webjar", secret("webjar"), LOOPBACK + ":8086/callback", NOTES_API)
            .signingWith(requestKey("webjar")),
        Registration.of("spa1", Credential.NONE, LOOPBACK + ":8083/callback", NOTES_API),
        Registration.of("native1", Credential.NONE, LOOPBACK + "/cb", NOTES_API),
        Registration.of("hyb1", secret("hyb1"), LOOPBACK + ":8085/callback", NOTES_API));
  }

  /** Of no API: its users log in, and that is all. */
  static Registration form(URI callback) {
    return Registration.of("form1", Credential.NONE, callback.toString(), NOTES_API);
  }

  private static List<Registration> otherClients(InstantSource clock) {
    return List.of(
        Registration.withoutBrowser("m2m1", secret("m2m1"), NOTES_API),
        Registration.withoutBrowser("m2mpkj", key("m2mpkj", clock), NOTES_API),
        Registration.withoutBrowser("tv1", Credential.NONE, NOTES_API),
        Registration.withoutBrowser(
            "ropg1", new Credential.Secret(Fixtures.clientSecret("ropg1"), true), NOTES_API),
        Registration.withoutBrowser("ciba1", secret("ciba1"), BILLING_API));
  }

  private static Credential secret(String clientId) {
    return new Credential.Secret(Fixtures.clientSecret(clientId), false);
  }

  private static RSAKey requestKey(String clientId) {
    return Fixtures.privateKeys(clientId, "request").get(0);
  }

  private static Credential key(String clientId, InstantSource clock) {
    return new Credential.Key(Fixtures.privateKeys(clientId, "assertion").get(0), clock);
  }
}
