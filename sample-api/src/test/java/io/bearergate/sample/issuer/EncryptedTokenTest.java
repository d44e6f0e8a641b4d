package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedTokenTest extends IssuerTest {

  private static final RSAKey KEY = Fixtures.privateKeys(Fixtures.VAULT_API, "decryption").get(0);
  private static final RSAKey NEXT_KEY =
      Fixtures.privateKeys(Fixtures.VAULT_API, "decryption").get(1);

  @AfterEach
  void registerFirstKeyAgain() {
    server.encryptFor(Fixtures.VAULT_API, KEY);
  }

  @Test
  @DisplayName("F07.1 + a token for the vault is encrypted to its key, and signed inside")
  void encryptsSignedToken() throws Exception {
    JWEObject envelope = JWEObject.parse(vaultToken());

    assertThat(envelope.getHeader().toJSONObject())
        .containsOnly(
            Map.entry("alg", "RSA-OAEP-256"),
            Map.entry("enc", "A256GCM"),
            Map.entry("cty", "JWT"),
            Map.entry("kid", "vault-1"));
    SignedJWT inside = opened(envelope, KEY);
    JWKSet keys = JWKSet.parse(Wire.get(server.issuer() + ".well-known/jwks.json").body());
    assertThat(inside.verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey()))).isTrue();
    assertThat(inside.getJWTClaimsSet().toJSONObject())
        .containsEntry("aud", Fixtures.VAULT_API)
        .containsEntry("sub", "m2m1@clients")
        .containsEntry("scope", "read:vault");
  }

  @ParameterizedTest
  @DisplayName("F07.1 + the content key is wrapped as the API's registered key says")
  @ValueSource(strings = {"RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512"})
  void wrapsAsRegistered(String algorithm) throws Exception {
    server.encryptFor(
        Fixtures.VAULT_API, new RSAKey.Builder(KEY).algorithm(new Algorithm(algorithm)).build());

    JWEObject envelope = JWEObject.parse(vaultToken());

    assertThat(envelope.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(envelope.getHeader().getEncryptionMethod()).isEqualTo(EncryptionMethod.A256GCM);
    assertThat(opened(envelope, KEY).getJWTClaimsSet().getSubject()).isEqualTo("m2m1@clients");
  }

  @Test
  @DisplayName("F07.7 + with another key registered, tokens name it and are for it")
  void goesOverToAnotherKey() throws Exception {
    server.encryptFor(Fixtures.VAULT_API, NEXT_KEY.toPublicJWK());

    JWEObject envelope = JWEObject.parse(vaultToken());

    assertThat(envelope.getHeader().getKeyID()).isEqualTo("vault-2");
    assertThat(opened(envelope, NEXT_KEY).getJWTClaimsSet().getAudience())
        .containsExactly(Fixtures.VAULT_API);
  }

  @Test
  @DisplayName("F07 − a key for an API that there is not cannot be registered")
  void refusesUnknownApi() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.encryptFor("https://api.bearergate.test/nothing", KEY));
  }

  @Test
  @DisplayName("F07 − an encrypted token cannot be revoked, like any that is not opaque")
  void cannotRevoke() {
    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/revoke",
            Map.of("token", vaultToken()),
            "Authorization",
            basic());

    assertThat(Parsed.member(answer, "error")).isEqualTo("unsupported_token_type");
  }

  private static SignedJWT opened(JWEObject envelope, RSAKey key) throws Exception {
    envelope.decrypt(new RSADecrypter(key));
    return envelope.getPayload().toSignedJWT();
  }

  private String vaultToken() {
    Map<String, String> form =
        Map.of("grant_type", "client_credentials", "audience", Fixtures.VAULT_API);
    return Parsed.member(token(form, "Authorization", basic()), "access_token");
  }

  private static String basic() {
    return Wire.basic("m2m1", Fixtures.clientSecret("m2m1"));
  }
}
