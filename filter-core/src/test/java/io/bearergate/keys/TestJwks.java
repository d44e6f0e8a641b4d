package io.bearergate.keys;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.test.TestKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Key sets as text, rules, and the question every key test asks. */
final class TestJwks {

  static final TestKey RSA = TestKey.generate("RS256", "rsa");
  static final TestKey EC = TestKey.generate("ES256", "ec");
  static final TestKey ED = TestKey.generate("EdDSA", "ed");

  private static final byte[] INPUT = "eyJh.eyJi".getBytes(StandardCharsets.US_ASCII);

  private TestJwks() {}

  /** Rules with short time-outs; the ages are the product's defaults. */
  static JwksRules rules() {
    return rules(Duration.ofSeconds(1));
  }

  static JwksRules rules(Duration readTimeout) {
    return new JwksRules(
        Duration.ofMinutes(5),
        Duration.ofHours(24),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        readTimeout,
        512 * 1024);
  }

  static String of(TestKey... keys) {
    return ofMembers(Arrays.stream(keys).map(TestKey::publicJwk).toArray());
  }

  static String ofMembers(Object... members) {
    return JSONObjectUtils.toJSONString(Map.of("keys", List.of(members)));
  }

  /** The public JWK with one member replaced or, for null, removed. */
  static Map<String, Object> jwk(TestKey key, String member, Object value) {
    Map<String, Object> changed = new HashMap<>(key.publicJwk());
    if (value == null) {
      changed.remove(member);
    } else {
      changed.put(member, value);
    }
    return changed;
  }

  static JwsAlgorithm algorithm(TestKey key) {
    return JwsAlgorithm.valueOf(key.algorithm());
  }

  /** Whether the source finds a key for this kid that verifies what {@code key} signs. */
  static boolean verifies(JwkSource source, TestKey key, String keyId) {
    return source.keysFor(keyId, algorithm(key)) instanceof KeyLookup.Found found
        && found.keys().stream().anyMatch(candidate -> verifies(candidate, key));
  }

  static boolean verifies(VerificationKey candidate, TestKey key) {
    return candidate.verifies(algorithm(key), INPUT, signature(key));
  }

  static byte[] input() {
    return INPUT.clone();
  }

  static byte[] signature(TestKey key) {
    return key.signature(INPUT);
  }
}
