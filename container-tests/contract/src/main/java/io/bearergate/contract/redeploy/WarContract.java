package io.bearergate.contract.redeploy;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.redeploy.app.WhoAmI;
import io.bearergate.test.TestDecryptionKey;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application that finds the filter and all it needs in its own {@code WEB-INF/lib} is
 * protected. Touches everything that the filter has from its libraries: keys, encrypted tokens, the
 * cache.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WarContract {

  private static final String AUDIENCE = "https://api.bearergate.test/notes";
  private static final List<TestKey> KEYS =
      Stream.of("RS256", "PS512", "ES256", "ES384", "ES512", "EdDSA")
          .map(algorithm -> TestKey.generate(algorithm, algorithm))
          .toList();

  private final TestIssuer issuer = TestIssuer.start();
  private final TestKey first = issuer.key();
  private final TestDecryptionKey rsa = TestDecryptionKey.generate("RSA-OAEP-256", "vault-rsa");
  private final TestDecryptionKey ec = TestDecryptionKey.generate("ECDH-ES", "vault-ec");
  private final InstantSource clock = InstantSource.system();
  private final WarServer server = newServer();
  private final URI address = server.start();

  /** Not started. */
  protected abstract WarServer newServer();

  /** What is in the application's {@code WEB-INF/lib}: jars, and folders of classes. */
  protected abstract List<Path> libraries();

  @BeforeAll
  void deploy(@TempDir Path folder) {
    KEYS.forEach(issuer::add);
    Map<String, String> settings =
        Map.of(
            "issuer",
            issuer.issuer(),
            "audience",
            AUDIENCE,
            "startup",
            "wait",
            "jwks-cooldown",
            "1s",
            "decryption-keys",
            TestDecryptionKey.privateJwks(rsa, ec),
            "encrypted-tokens",
            "allowed");
    server.deploy(WarFolder.write(folder.resolve("app"), libraries(), settings, WhoAmI.class));
  }

  @AfterAll
  void stop() {
    server.stop();
    issuer.close();
  }

  private String token(UnaryOperator<TestToken> change) {
    return issuer.token(t -> change.apply(t.audience(AUDIENCE).signedWith(first)));
  }

  private Answer send(RawRequest request) {
    return RawConnection.exchange(address, request);
  }

  private Answer get(String token) {
    return send(RawRequest.get("/a").bearer(token));
  }

  private void isAdmitted(String token) {
    Answer answer = get(token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.told("user")).isEqualTo("alice");
  }

  private void isRefused(String token) {
    Answer answer = get(token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void refusesRequestWithoutToken() {
    assertThat(send(RawRequest.get("/a")).status()).isEqualTo(401);
  }

  static Stream<TestKey> keys() {
    return KEYS.stream();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void admitsTokenOfEveryKindOfKey(TestKey key) {
    isAdmitted(token(t -> t.signedWith(key)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void refusesTokenOfForeignKey(TestKey key) {
    isRefused(token(t -> t.signedWith(TestKey.generate(key.algorithm(), key.keyId()))));
  }

  @Test
  void admitsTokenItRemembers() {
    String token = token(t -> t);

    isAdmitted(token);
    isAdmitted(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-OAEP-256", "RSA-OAEP-512"})
  void admitsTokenEncryptedToItsRsaKey(String algorithm) {
    isAdmitted(token(t -> t.encryptedTo(rsa.as(algorithm), "A256GCM")));
    isAdmitted(token(t -> t.encryptedTo(rsa.as(algorithm), "A128CBC-HS256")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW"})
  void admitsTokenEncryptedToItsCurveKey(String algorithm) {
    isAdmitted(token(t -> t.encryptedTo(ec.as(algorithm), "A128GCM")));
    isAdmitted(token(t -> t.encryptedTo(ec.as(algorithm), "A256CBC-HS512")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A256GCM", "A256CBC-HS512"})
  void refusesEncryptedTokenThatWasAltered(String encryption) {
    String[] parts = token(t -> t.encryptedTo(rsa, encryption)).split("\\.");
    char other = parts[3].charAt(40) == 'A' ? 'B' : 'A';
    parts[3] = parts[3].substring(0, 40) + other + parts[3].substring(41);

    isRefused(String.join(".", parts));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-OAEP-256", "ECDH-ES"})
  void refusesTokenEncryptedToForeignKey(String algorithm) {
    String keyId = algorithm.startsWith("RSA") ? rsa.keyId() : ec.keyId();

    isRefused(token(t -> t.encryptedTo(TestDecryptionKey.generate(algorithm, keyId))));
  }

  @Test
  void admitsHolderOfBoundToken() {
    TestKey holder = TestKey.generate("ES256", "holder");

    assertThat(send(proven(holder, holder)).status()).isEqualTo(200);
  }

  @Test
  void refusesProofOfOtherKey() {
    TestKey holder = TestKey.generate("ES256", "holder");

    assertThat(send(proven(holder, TestKey.generate("ES256", "thief"))).status()).isEqualTo(401);
  }

  private RawRequest proven(TestKey holder, TestKey prover) {
    String token = token(t -> t.boundTo(holder));
    TestProof proof = TestProof.of(prover, "GET", address + "/a", token, clock.instant());
    return RawRequest.get("/a")
        .header("Authorization", "DPoP " + token)
        .header("DPoP", proof.compact());
  }

  @Test
  void takesNewKeyWithoutRestart() {
    TestKey next = issuer.add(TestKey.generate("RS256", "next"));
    String token = token(t -> t.signedWith(next));

    await().atMost(ofSeconds(5)).until(() -> get(token).status() == 200);
  }

  @Test
  void refusesTokenOfKeyThatIsNotPublished() {
    isRefused(token(t -> t.signedWith(TestKey.generate("RS256", "unpublished"))));
  }
}
