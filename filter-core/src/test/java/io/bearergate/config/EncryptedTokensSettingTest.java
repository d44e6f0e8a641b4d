package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestDecryptionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("F07 the settings decryption-keys and encrypted-tokens")
class EncryptedTokensSettingTest {

  private static final TestDecryptionKey KEY = TestDecryptionKey.generate("ECDH-ES", "one");
  private static final String JWKS = TestDecryptionKey.privateJwks(KEY);

  @TempDir Path directory;

  @Test
  void readsKeysFromTheTextAClassPathResourceOrAFile() throws IOException {
    for (String text : List.of(JWKS, KEY.privatePem())) {
      Path file = Files.writeString(directory.resolve("keys"), text);
      TestConfig config = TestConfig.valid().resource("a/k", text);

      for (String place : List.of(text, file.toString(), "classpath:/a/k")) {
        GateConfig read = config.initParam("decryption-keys", place).read();

        assertThat(read.tokens().decryptionKeys())
            .map(Object::toString)
            .contains("DecryptionKeys[1]");
        assertThat(read.tokens().plainTokensAccepted()).isFalse();
      }
    }
  }

  @Test
  void takesPlainTokensWithoutKeysOrWhereItIsSaid() {
    TestConfig allowed =
        TestConfig.valid()
            .initParam("decryption-keys", JWKS)
            .initParam("encrypted-tokens", "allowed");

    assertThat(TestConfig.valid().read().tokens().plainTokensAccepted()).isTrue();
    assertThat(allowed.read().tokens().plainTokensAccepted()).isTrue();
  }

  @Test
  @DisplayName("F07 − a value for every filter of the JVM neither replaces keys nor lets plain in")
  void isNotLoosenedByAValueForAll() {
    TestConfig own = TestConfig.valid().initParam("decryption-keys", JWKS);
    String others = TestDecryptionKey.privateJwks(TestDecryptionKey.generate("ECDH-ES", "two"));

    assertThat(own.env("BEARERGATE_ENCRYPTED_TOKENS", "allowed").problem())
        .contains("while decryption-keys is this application's own");
    assertThat(
            TestConfig.valid()
                .initParam("decryption-keys", JWKS)
                .env("BEARERGATE_DECRYPTION_KEYS", others)
                .problem())
        .contains("would replace (hidden)")
        .doesNotContain("kty");
  }

  @Test
  @DisplayName("F07 + a value for every filter of the JVM that says the default")
  void takesAValueForAllThatLoosensNothing() {
    TestConfig own =
        TestConfig.valid()
            .initParam("decryption-keys", JWKS)
            .env("BEARERGATE_ENCRYPTED_TOKENS", "required");

    assertThat(own.read().tokens().plainTokensAccepted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"required", "allowed"})
  void saysThatEncryptedTokensWantKeys(String value) {
    assertThat(TestConfig.valid().initParam("encrypted-tokens", value).problem())
        .contains("is nothing without decryption-keys");
  }

  @Test
  void refusesAnotherWordThanTheTwo() {
    TestConfig config =
        TestConfig.valid().initParam("decryption-keys", JWKS).initParam("encrypted-tokens", "off");

    assertThat(config.problem()).contains("is not one of required, allowed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nowhere/keys.pem | cannot be read",
        "classpath:nowhere | cannot be read",
        "{} | holds neither a JWKS nor PEM blocks",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"s3cr3t\"}]} | kty other than RSA and EC",
        "{\"keys\":[{\"kty\":\"RSA\",\"d\":\"s3cr3t\"}]} | key 1 is no JWK, or malformed",
      })
  void refusesKeysThatAreNoneAndPrintsNothingOfThem(String keys, String problem) {
    assertThat(TestConfig.valid().initParam("decryption-keys", keys).problem())
        .startsWith("decryption-keys (hidden) (web.xml")
        .contains(problem)
        .doesNotContain("s3cr3t", "nowhere");
  }

  @Test
  void reportsNoKeyAtTheStart() {
    GateConfig config = TestConfig.valid().initParam("decryption-keys", JWKS).read();

    assertThat(config.report().settings())
        .contains("decryption-keys = (hidden) (web.xml, filter \"api\")");
    assertThat(config.toString()).doesNotContain("\"d\"", "kty");
  }
}
