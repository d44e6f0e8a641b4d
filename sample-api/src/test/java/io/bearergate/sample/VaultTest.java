package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest extends StageTest {

  private static final RSAKey KEY = Fixtures.privateKeys(Fixtures.VAULT_API, "decryption").get(0);
  private static final RSAKey NEXT = Fixtures.privateKeys(Fixtures.VAULT_API, "decryption").get(1);

  @AfterEach
  void registerFirstKeyAgain() {
    stage.issuer().encryptFor(Fixtures.VAULT_API, KEY);
  }

  @ParameterizedTest
  @DisplayName("F07.1 + the vault opens to its encrypted tokens, however the key is wrapped")
  @ValueSource(strings = {"RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512"})
  void opensToEncryptedToken(String algorithm) {
    RSAKey key = new RSAKey.Builder(KEY).algorithm(new Algorithm(algorithm)).build();
    stage.issuer().encryptFor(Fixtures.VAULT_API, key);

    assertThat(get("api/vault", token(Fixtures.VAULT_API)).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F07.2 − what is inside, taken out of its envelope, is refused")
  void refusesPlainToken() throws Exception {
    JWEObject envelope = JWEObject.parse(token(Fixtures.VAULT_API));
    envelope.decrypt(new RSADecrypter(KEY));

    HttpResponse<String> refused = get("api/vault", envelope.getPayload().toString());

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"");
  }

  @Test
  @DisplayName("F07.7 + while the key changes, tokens for the old one and the new one open it")
  void takesOldAndNewKey() {
    String before = token(Fixtures.VAULT_API);
    stage.issuer().encryptFor(Fixtures.VAULT_API, NEXT);
    String after = token(Fixtures.VAULT_API);

    assertThat(get("api/vault", before).statusCode()).isEqualTo(200);
    assertThat(get("api/vault", after).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F07.8 − an API that has no key refuses an encrypted token: 401")
  void refusesEncryptedTokenWithoutKey() {
    assertThat(get("api/notes", token(Fixtures.NOTES_API)).statusCode()).isEqualTo(200);
    stage.issuer().encryptFor(Fixtures.NOTES_API, KEY);

    HttpResponse<String> refused = get("api/notes", token(Fixtures.NOTES_API));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"");
  }

  private static String token(String audience) {
    HttpResponse<String> answer =
        Wire.postForm(
            stage.issuer().issuer() + "oauth/token",
            Map.of("grant_type", "client_credentials", "audience", audience),
            "Authorization",
            Wire.basic("m2m1", Fixtures.clientSecret("m2m1")));
    return Parsed.member(answer, "access_token");
  }
}
