package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.attack.Attack;
import io.bearergate.contract.attack.EncryptionAttacks;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestDecryptionKey;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are signed and then encrypted to us ({@code flows.md} §2.7). */
public abstract class EncryptedTokensContract extends SharedApiContract {

  private static final String PATH = "/api/whoami";

  private final TestDecryptionKey rsa = TestDecryptionKey.generate("RSA-OAEP-256", "vault-1");
  private final TestDecryptionKey ec = TestDecryptionKey.generate("ECDH-ES", "vault-ec");
  private final TestDecryptionKey next = TestDecryptionKey.generate("RSA-OAEP-256", "vault-2");
  private final CapturedLog log = CapturedLog.start();

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api())
        .set(Setting.DECRYPTION_KEYS, TestDecryptionKey.privateJwks(rsa, ec, next));
  }

  @AfterAll
  void stopListening() {
    log.close();
  }

  Stream<Arguments> accepted() {
    return Stream.of(
            "RSA-OAEP-256",
            "RSA-OAEP-384",
            "RSA-OAEP-512",
            "ECDH-ES",
            "ECDH-ES+A128KW",
            "ECDH-ES+A256KW")
        .flatMap(
            alg ->
                Stream.of("A128GCM", "A256GCM", "A128CBC-HS256", "A256CBC-HS512")
                    .map(enc -> Arguments.of(alg, enc)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("accepted")
  @DisplayName("F07.1 + every algorithm taken")
  void admitsEncryptedToken(String alg, String enc) {
    TestDecryptionKey key = (alg.startsWith("RSA") ? rsa : ec).as(alg);

    assertThat(get(api.token(t -> t.encryptedTo(key, enc))).told("principal")).isEqualTo("alice");
  }

  @Test
  @DisplayName("F07.2 − plain token: C1")
  void refusesPlainToken() {
    Refusal.C1.isGivenBy(get(api.token()));
  }

  @Test
  @DisplayName("F07.2 + plain token beside encrypted ones where encrypted-tokens=allowed")
  void admitsPlainTokenWhereAllowed() {
    try (TestApi both =
        NotesApi.on(api())
            .set(Setting.DECRYPTION_KEYS, TestDecryptionKey.privateJwks(rsa))
            .set(Setting.ENCRYPTED_TOKENS, "allowed")
            .start()) {
      assertThat(both.get(PATH, both.token()).status()).isEqualTo(200);
      assertThat(both.get(PATH, both.token(t -> t.encryptedTo(rsa))).status()).isEqualTo(200);
    }
  }

  Stream<Attack> attacks() {
    return new EncryptionAttacks(api.issuer(), rsa, ec).rows();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  @DisplayName("F07.3–F07.6 − C1, and nothing of it in answer or log")
  void refuses(Attack attack) {
    log.clear();

    Answer answer = api.send(attack.request());

    attack.expected().isGivenBy(answer);
    Secrets.areAbsent(log, attack.request());
    assertThat(log.text()).doesNotContain("alice", "eyJ");
  }

  @Test
  @DisplayName("F07.9 every decryption fault has the same status, body and challenge")
  void answersEveryFaultAlike() {
    Answer bad = get(api.token(t -> t.header("kid", "unknown").encryptedTo(rsa)));

    assertThat(new EncryptionAttacks(api.issuer(), rsa, ec).undecryptable())
        .allSatisfy(
            attack -> {
              Answer answer = api.send(attack.request());
              assertThat(answer.status()).isEqualTo(bad.status());
              assertThat(answer.body()).isEqualTo(bad.body());
              assertThat(answer.headers("WWW-Authenticate"))
                  .isEqualTo(bad.headers("WWW-Authenticate"));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"vault-1", "vault-2", "vault-ec"})
  @DisplayName("F07.7 + every key of the ring by its kid, while the issuer changes over")
  void decryptsWithEveryKeyOfTheRing(String keyId) {
    TestDecryptionKey key =
        Stream.of(rsa, next, ec).filter(k -> k.keyId().equals(keyId)).findFirst().orElseThrow();

    assertThat(get(api.token(t -> t.encryptedTo(key))).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("F07.7 + without kid every fitting key is tried")
  void triesEveryFittingKeyWithoutKid() {
    Map<String, Object> header = next.header("A256GCM");
    header.remove("kid");

    assertThat(get(api.token(t -> t.within(jws -> next.encrypt(header, jws)))).status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("F07.7 − a key taken out of the ring: C1")
  void refusesWithdrawnKey() {
    try (TestApi rotated =
        NotesApi.on(api())
            .set(Setting.DECRYPTION_KEYS, TestDecryptionKey.privateJwks(next))
            .start()) {
      Refusal.C1.isGivenBy(rotated.get(PATH, rotated.token(t -> t.encryptedTo(rsa))));
      assertThat(rotated.get(PATH, rotated.token(t -> t.encryptedTo(next))).status())
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("F07.7 + keys as PEM have no kid, so that of the token does not count")
  void decryptsWithPemWhateverTheKid() {
    try (TestApi pem =
        NotesApi.on(api())
            .set(Setting.DECRYPTION_KEYS, ec.privatePem() + rsa.privatePem())
            .start()) {
      assertThat(pem.get(PATH, pem.token(t -> t.encryptedTo(rsa))).status()).isEqualTo(200);
      assertThat(pem.get(PATH, pem.token(t -> t.encryptedTo(ec))).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("F07.8 − API without a key: C1")
  void refusesEncryptedTokenWithoutKey() {
    try (TestApi plain = NotesApi.on(api()).start()) {
      Refusal.C1.isGivenBy(plain.get(PATH, plain.token(t -> t.encryptedTo(rsa))));
    }
  }

  @Test
  @DisplayName("F07 claims replicated in the header are ignored")
  void ignoresReplicatedClaims() {
    Map<String, Object> header = rsa.header("A256GCM");
    header.putAll(Map.of("sub", "mallory", "aud", "other", "iss", "https://other.test/"));

    Answer answer = get(api.token(t -> t.within(jws -> rsa.encrypt(header, jws))));

    assertThat(answer.told("principal")).isEqualTo("alice");
  }

  @Test
  @DisplayName("F07 the inner token is judged as any: expired C1x, scope C2")
  void judgesInnerToken() {
    String expired = api.token(t -> t.expiringAt(api.now().minusSeconds(30)).encryptedTo(rsa));

    Refusal.C1X.isGivenBy(get(expired));
    Refusal.C2_ADMIN.isGivenBy(api.get("/api/admin", api.token(t -> t.encryptedTo(rsa))));
  }

  @Test
  @DisplayName("F07 a token is bounded before it is decrypted")
  void boundsTokenBeforeDecrypting() {
    String huge = api.token(t -> t.claim("x", "x".repeat(12 * 1024)).encryptedTo(rsa));

    Refusal.C1.isGivenBy(get(huge));
    assertThat(api.events().refusals()).extracting(Enum::name).containsExactly("TOKEN_TOO_LONG");
  }

  private Answer get(String token) {
    return api.send(RawRequest.get(PATH).bearer(token));
  }
}
