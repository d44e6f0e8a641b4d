package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.test.TestKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwksDocumentTest {

  private static final TestKey RSA = TestJwks.RSA;
  private static final TestKey EC = TestJwks.EC;
  private static final TestKey ED = TestJwks.ED;

  static Stream<Arguments> unfit() {
    byte[] evenModulus = Base64.getUrlDecoder().decode((String) RSA.publicJwk().get("n"));
    evenModulus[evenModulus.length - 1] &= (byte) 0xfe;
    return Stream.of(
        Arguments.of("use is enc", TestJwks.jwk(RSA, "use", "enc")),
        Arguments.of("use is no string", TestJwks.jwk(RSA, "use", 1)),
        Arguments.of("key_ops lack verify", TestJwks.jwk(RSA, "key_ops", List.of("encrypt"))),
        Arguments.of("key_ops are empty", TestJwks.jwk(RSA, "key_ops", List.of())),
        Arguments.of("key_ops are no list", TestJwks.jwk(RSA, "key_ops", "verify")),
        Arguments.of("symmetric", Map.of("kty", "oct", "k", "c2VjcmV0", "kid", "o")),
        Arguments.of("private RSA", TestJwks.jwk(RSA, "d", "AQAB")),
        Arguments.of("prime", TestJwks.jwk(RSA, "p", "AQAB")),
        Arguments.of("other primes", TestJwks.jwk(RSA, "oth", List.of())),
        Arguments.of("k beside n", TestJwks.jwk(RSA, "k", "AQAB")),
        Arguments.of("private EC", TestJwks.jwk(EC, "d", "AQAB")),
        Arguments.of("private Ed25519", TestJwks.jwk(ED, "d", "AQAB")),
        Arguments.of("RSA of 1024 bit", TestKey.generate("RS256", "k", 1024).publicJwk()),
        Arguments.of("RSA of 2040 bit", TestKey.generate("RS256", "k", 2040).publicJwk()),
        Arguments.of("exponent 1", TestJwks.jwk(RSA, "e", "AQ")),
        Arguments.of("exponent even", TestJwks.jwk(RSA, "e", "AQAA")),
        Arguments.of("exponent empty", TestJwks.jwk(RSA, "e", "")),
        Arguments.of("exponent huge", TestJwks.jwk(RSA, "e", "_".repeat(300))),
        Arguments.of("modulus even", TestJwks.jwk(RSA, "n", base64url(evenModulus))),
        Arguments.of("modulus missing", TestJwks.jwk(RSA, "n", null)),
        Arguments.of("modulus a number", TestJwks.jwk(RSA, "n", 17)),
        Arguments.of("modulus not base64url", TestJwks.jwk(RSA, "n", "a+b/")),
        Arguments.of("point off the curve", TestJwks.jwk(EC, "x", EC.publicJwk().get("y"))),
        Arguments.of("point at zero", withPoint("AA", "AA")),
        Arguments.of("point far outside", withPoint("_".repeat(200), "_".repeat(200))),
        Arguments.of("curve of another size", TestJwks.jwk(EC, "crv", "P-384")),
        Arguments.of("curve unknown", TestJwks.jwk(EC, "crv", "P-192")),
        Arguments.of("X25519", TestJwks.jwk(ED, "crv", "X25519")),
        Arguments.of("Ed25519 of 31 octets", TestJwks.jwk(ED, "x", "A".repeat(42))),
        Arguments.of("Ed25519 off the curve", TestJwks.jwk(ED, "x", edwardsOffCurve())),
        Arguments.of("Ed25519 above the field", TestJwks.jwk(ED, "x", "_".repeat(42) + "8")),
        Arguments.of("Ed448 of 32 octets", TestJwks.jwk(ED, "crv", "Ed448")),
        Arguments.of("kid a number", TestJwks.jwk(RSA, "kid", 5)),
        Arguments.of("kid a list", TestJwks.jwk(RSA, "kid", List.of("a"))),
        Arguments.of("kid overlong", TestJwks.jwk(RSA, "kid", "k".repeat(257))),
        Arguments.of("kty missing", TestJwks.jwk(RSA, "kty", null)),
        Arguments.of("kty of another case", TestJwks.jwk(RSA, "kty", "rsa")),
        Arguments.of("kty of another key", TestJwks.jwk(RSA, "kty", "EC")),
        Arguments.of("alg for encryption", TestJwks.jwk(RSA, "alg", "RSA-OAEP-256")),
        Arguments.of("alg symmetric", TestJwks.jwk(RSA, "alg", "HS256")),
        Arguments.of("alg none", TestJwks.jwk(RSA, "alg", "none")),
        Arguments.of("alg of another type", TestJwks.jwk(RSA, "alg", "ES256")),
        Arguments.of("alg of another curve", TestJwks.jwk(EC, "alg", "ES384")),
        Arguments.of("alg of the other Edwards curve", TestJwks.jwk(ED, "alg", "Ed448")),
        Arguments.of("alg no string", TestJwks.jwk(RSA, "alg", true)),
        Arguments.of("empty object", Map.of()));
  }

  private static Map<String, Object> withPoint(String x, String y) {
    Map<String, Object> changed = new HashMap<>(EC.publicJwk());
    changed.put("x", x);
    changed.put("y", y);
    return changed;
  }

  private static String base64url(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  /** y = 2 has no x on Ed25519. */
  private static String edwardsOffCurve() {
    byte[] octets = new byte[32];
    octets[0] = 2;
    return base64url(octets);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unfit")
  void ignoresUnfitKeyAndKeepsTheOther(String what, Map<String, Object> jwk) throws BadAnswer {
    TestKey good = TestKey.generate("ES256", "good");

    JwksDocument document = JwksDocument.parse(TestJwks.ofMembers(jwk, good.publicJwk()));

    assertThat(document.keys()).extracting(PublishedKey::keyId).containsExactly("good");
    assertThat(document.unfit()).singleElement().asString().startsWith("key 1 ");
  }

  @Test
  void usesSecp256k1OnlyWhereTheJvmHasIt() throws BadAnswer {
    Map<String, Object> jwk =
        Map.of(
            "kty", "EC",
            "crv", "secp256k1",
            "x", "eb5mfvncu6xVoGKVzocLBwKb_NstzijZWfKBWxb4F5g",
            "y", "SDradyajxGVdpPv8DhEIqP0XtEimhVQZnEfQj_sQ1Lg");

    JwksDocument document = JwksDocument.parse(TestJwks.ofMembers(jwk));

    assertThat(document.keys().isEmpty()).isNotEqualTo(JwsAlgorithm.ES256K.isSupported());
  }

  static Stream<Map<String, Object>> fit() {
    return Stream.of(
        TestJwks.jwk(RSA, "use", null),
        TestJwks.jwk(RSA, "alg", null),
        TestJwks.jwk(RSA, "kid", null),
        TestJwks.jwk(RSA, "kid", ""),
        TestJwks.jwk(RSA, "key_ops", List.of("sign", "verify")),
        TestJwks.jwk(RSA, "x5c", List.of("not looked at")),
        TestJwks.jwk(RSA, "n", RSA.publicJwk().get("n") + "=="),
        TestJwks.jwk(ED, "alg", "Ed25519"));
  }

  @ParameterizedTest
  @MethodSource("fit")
  void takesKeyThatIsFit(Map<String, Object> jwk) throws BadAnswer {
    assertThat(JwksDocument.parse(TestJwks.ofMembers(jwk)).keys()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "1",
        "\"keys\"",
        "[]",
        "<html><body>Sign in</body></html>",
        "{",
        "{\"keys\"",
        "{\"keys\":null}",
        "{\"keys\":\"\"}",
        "{\"keys\":{}}",
        "{\"Keys\":[]}",
        "{\"keys\":[]} trailing",
        "{\"keys\":[1e400]}",
        "\u0000\u0001",
        "\ufeff{\"keys\":[]}"
      })
  void refusesWhatIsNoSet(String text) {
    assertThatThrownBy(() -> JwksDocument.parse(text).usable()).isInstanceOf(BadAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 100_000})
  void refusesDeepNestingWithoutOverflow(int depth) {
    String lists = "{\"keys\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    String objects = "{\"keys\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}";

    assertThatThrownBy(() -> JwksDocument.parse(lists).usable()).isInstanceOf(BadAnswer.class);
    assertThatThrownBy(() -> JwksDocument.parse(objects).usable()).isInstanceOf(BadAnswer.class);
  }

  @Test
  void readsFiveHundredKeys() throws BadAnswer {
    List<Object> members = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      members.add(TestJwks.jwk(RSA, "kid", "key-" + i));
    }

    assertThat(JwksDocument.parse(TestJwks.ofMembers(members.toArray())).keys()).hasSize(500);
  }
}
