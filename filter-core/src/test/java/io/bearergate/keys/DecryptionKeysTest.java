package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.test.TestDecryptionKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("F07 our own keys")
class DecryptionKeysTest {

  private static final TestDecryptionKey RSA = TestDecryptionKey.generate("RSA-OAEP-256", "one");
  private static final TestDecryptionKey EC = TestDecryptionKey.generate("ECDH-ES", "two");

  @Test
  void decryptsByJwksAndByPem() {
    for (String text :
        List.of(
            TestDecryptionKey.privateJwks(RSA, EC),
            RSA.privatePem() + EC.privatePem(),
            "a note\n" + EC.privatePem() + "\nanother\n" + RSA.privatePem())) {
      DecryptionKeys keys = DecryptionKeys.parse(text);

      assertThat(decrypt(keys, RSA, RSA.header("A256GCM"))).contains("content");
      assertThat(decrypt(keys, EC, EC.header("A128CBC-HS256"))).contains("content");
    }
  }

  @Test
  void passesOverBlocksThatAreNoPrivateKeys() {
    String certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

    DecryptionKeys keys = DecryptionKeys.parse(certificate + RSA.privatePem());

    assertThat(decrypt(keys, RSA, RSA.header("A256GCM"))).contains("content");
  }

  @Test
  void triesNoMoreThanFourKeysWhereTheTokenNamesNone() {
    TestDecryptionKey[] others =
        Stream.generate(() -> TestDecryptionKey.generate("ECDH-ES", "x"))
            .limit(4)
            .toArray(TestDecryptionKey[]::new);
    String others4 = TestDecryptionKey.privateJwks(others);
    String ring = others4.replace("\"keys\":[", "\"keys\":[" + jwk(EC) + ",");
    String late = others4.replace("]}", "," + jwk(EC) + "]}");
    Map<String, Object> unnamed = EC.header("A256GCM");
    unnamed.remove("kid");

    assertThat(decrypt(DecryptionKeys.parse(ring), EC, unnamed)).contains("content");
    assertThat(decrypt(DecryptionKeys.parse(late), EC, unnamed)).isEmpty();
    assertThat(decrypt(DecryptionKeys.parse(late), EC, EC.header("A256GCM"))).contains("content");
  }

  @Test
  @DisplayName("an unknown kid is refused even though another key of the ring would do")
  void refusesAnUnknownKeyId() {
    Map<String, Object> header = RSA.header("A256GCM");
    header.put("kid", "three");

    assertThat(decrypt(DecryptionKeys.parse(TestDecryptionKey.privateJwks(RSA)), RSA, header))
        .isEmpty();
  }

  @Test
  void usesAKeyForItsOwnAlgorithmAlone() {
    DecryptionKeys keys = DecryptionKeys.parse(jwks(RSA, jwk -> jwk.put("alg", "RSA-OAEP-512")));

    assertThat(decrypt(keys, RSA, RSA.header("A256GCM"))).isEmpty();
    assertThat(decrypt(keys, RSA, RSA.as("RSA-OAEP-512").header("A256GCM"))).contains("content");
  }

  @Test
  void takesNoHeaderButWhatItDecrypts() {
    DecryptionKeys keys = DecryptionKeys.parse(RSA.privatePem());

    assertThat(keys.take(RSA.header("A256GCM"))).isTrue();
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("alg", "dir"),
            Map.of("alg", "RSA1_5"),
            Map.of("enc", "A192GCM"),
            Map.of("zip", "DEF"),
            Map.of("crit", List.of()),
            Map.of("p2c", 1L),
            Map.of("p2s", "AA"),
            Map.of("cty", "at+jwt"),
            Map.of("cty", 1L),
            Map.of("kid", 1L))) {
      Map<String, Object> header = RSA.header("A256GCM");
      header.putAll(change);

      assertThat(keys.take(header)).as("%s", change).isFalse();
    }
  }

  static Stream<Arguments> unfit() throws Exception {
    return Stream.of(
        Arguments.of(set(new RSAKeyGenerator(1024, true).generate()), "fewer than 2048 bit"),
        Arguments.of(
            "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AAAA\",\"d\":\"AAAA\"}]}",
            "kty other than RSA and EC"),
        Arguments.of(set(new OctetSequenceKeyGenerator(256).generate()), "kty other than RSA and"),
        Arguments.of(
            set(new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).generate()), "use other than"),
        Arguments.of(
            set(new RSAKeyGenerator(2048).generate().toPublicJWK()), "has no private half"),
        Arguments.of(jwks(RSA, DecryptionKeysTest::onlySigning), "has key_ops without"),
        Arguments.of(jwks(RSA, jwk -> jwk.put("alg", "ECDH-ES")), "alg that does not go with"),
        Arguments.of(jwks(RSA, jwk -> jwk.put("alg", "RSA1_5")), "alg that does not go with"),
        Arguments.of(jwks(RSA, jwk -> jwk.remove("n")), "is no JWK, or malformed"),
        Arguments.of(jwks(RSA, jwk -> jwk.put("d", 1)), "is no JWK, or malformed"),
        Arguments.of("{\"keys\":[1]}", "key 1 is no JWK, or malformed"),
        Arguments.of("{\"keys\":[]}", "holds no private key"),
        Arguments.of("{\"keys\":{}}", "is JSON without a list of keys"),
        Arguments.of(jwk(RSA), "is JSON without a list of keys"),
        Arguments.of("{", "is not a JSON object"),
        Arguments.of(RSA.privatePem().replace("PRIVATE", "RSA PRIVATE"), "is not plain PKCS #8"),
        Arguments.of(RSA.privatePem().replace("PRIVATE", "ENCRYPTED PRIVATE"), "openssl pkcs8"),
        Arguments.of(RSA.privatePem() + pem("AAAA"), "key 2 is malformed"),
        Arguments.of(pem(ed25519()), "neither RSA nor EC"),
        Arguments.of("-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----", "no private"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("unfit")
  void refusesWhatIsUnfitAndShowsNothingOfIt(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecryptionKeys.parse(text))
        .withMessageContaining(problem)
        .withMessageEndingWith(".")
        .satisfies(
            refused -> {
              assertThat(refused.getMessage()).hasSizeLessThan(120);
              assertThat(refused).hasNoCause();
            });
  }

  @Test
  void showsNothingOfItsKeys() {
    DecryptionKeys keys = DecryptionKeys.parse(TestDecryptionKey.privateJwks(RSA, EC));

    assertThat(keys).hasToString("DecryptionKeys[2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "y", "crv", "kty"})
  void refusesAnEphemeralKeyThatIsNone(String member) {
    String[] jwe = EC.encrypt(EC.header("A256GCM"), "content").split("\\.", -1);
    Map<String, Object> header = header(jwe[0]);
    Map<String, Object> epk = ephemeral(header);
    epk.remove(member);
    header.put("epk", epk);

    assertThat(DecryptionKeys.parse(EC.privatePem()).decrypt(header, parts(jwe))).isEmpty();
  }

  @Test
  @DisplayName("an ephemeral key off our curve is refused (invalid curve attack)")
  void refusesAnEphemeralKeyOffTheCurve() {
    String[] jwe = EC.encrypt(EC.header("A256GCM"), "content").split("\\.", -1);
    Map<String, Object> header = header(jwe[0]);
    Map<String, Object> epk = ephemeral(header);
    epk.put("y", epk.get("x"));
    header.put("epk", epk);

    assertThat(DecryptionKeys.parse(EC.privatePem()).decrypt(header, parts(jwe))).isEmpty();
  }

  private static Optional<String> decrypt(
      DecryptionKeys keys, TestDecryptionKey recipient, Map<String, Object> header) {
    String[] jwe = recipient.encrypt(header, "content").split("\\.", -1);
    return keys.decrypt(header(jwe[0]), parts(jwe));
  }

  private static JweParts parts(String[] jwe) {
    return new JweParts(jwe[0], jwe[1], jwe[2], jwe[3], jwe[4]);
  }

  private static Map<String, Object> header(String part) {
    return object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static void onlySigning(Map<String, Object> jwk) {
    jwk.remove("use");
    jwk.put("key_ops", List.of("sign"));
  }

  private static Map<String, Object> ephemeral(Map<String, Object> header) {
    Map<String, Object> point = new HashMap<>();
    ((Map<?, ?>) header.get("epk")).forEach((name, value) -> point.put(name.toString(), value));
    return point;
  }

  private static String jwk(TestDecryptionKey key) {
    String set = TestDecryptionKey.privateJwks(key);
    return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
  }

  private static String jwks(TestDecryptionKey key, Consumer<Map<String, Object>> change) {
    Map<String, Object> jwk = object(jwk(key));
    change.accept(jwk);
    return JSONObjectUtils.toJSONString(Map.of("keys", List.of(jwk)));
  }

  private static String set(JWK jwk) {
    return JSONObjectUtils.toJSONString(Map.of("keys", List.of(jwk.toJSONObject())));
  }

  private static Map<String, Object> object(String json) {
    try {
      return JSONObjectUtils.parse(json);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String pem(String base64) {
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }

  private static String ed25519() throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
  }
}
