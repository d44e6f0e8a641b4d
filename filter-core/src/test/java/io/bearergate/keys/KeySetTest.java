package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySetTest {

  private static KeySet of(List<Map<String, Object>> members) {
    try {
      JwksDocument document = JwksDocument.parse(TestJwks.ofMembers(members.toArray()));
      return new KeySet(document.keys(), KeySet.KeyIds.MATCHED, 1);
    } catch (BadAnswer e) {
      throw new AssertionError(e);
    }
  }

  private static boolean sameReversed(List<Map<String, Object>> members) {
    List<Map<String, Object>> reversed = new ArrayList<>(members);
    Collections.reverse(reversed);
    return of(members).sameKeysAs(of(reversed));
  }

  private static List<Map<String, Object>> ofOneId(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> TestKey.generate("ES256", "shared").publicJwk())
        .toList();
  }

  @Test
  void isTheSameInAnotherOrder() {
    assertThat(sameReversed(ofOneId(KeyLookup.MOST_KEYS))).isTrue();
  }

  /** Of more keys of one id than one token may try, the order says which verify. */
  @Test
  void isNotTheSameInAnotherOrderIfCrowded() {
    assertThat(sameReversed(ofOneId(KeyLookup.MOST_KEYS + 1))).isFalse();
  }

  @Test
  void tellsAKeyWithoutIdFromOneCalledNull() {
    KeySet without = of(List.of(TestJwks.jwk(TestJwks.EC, "kid", null)));
    KeySet called = of(List.of(TestJwks.jwk(TestJwks.EC, "kid", "null")));

    assertThat(without.sameKeysAs(called)).isFalse();
    assertThat(called.keysFor("null", JwsAlgorithm.ES256)).isInstanceOf(KeyLookup.Found.class);
    assertThat(without.keysFor("null", JwsAlgorithm.ES256)).isEqualTo(new KeyLookup.Unknown());
  }
}
