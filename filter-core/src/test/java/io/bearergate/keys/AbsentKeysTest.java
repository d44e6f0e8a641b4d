package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbsentKeysTest {

  private final AbsentKeys absent = new AbsentKeys();

  @Test
  void remembersAnIdWhateverTheAlgorithm() {
    absent.add("kid", JwsAlgorithm.ES256);

    assertThat(absent.has("kid", JwsAlgorithm.RS256)).isTrue();
    assertThat(absent.has("other", JwsAlgorithm.ES256)).isFalse();
  }

  @Test
  void remembersATokenWithoutIdByItsAlgorithm() {
    absent.add(null, JwsAlgorithm.ES256);

    assertThat(absent.has(null, JwsAlgorithm.ES256)).isTrue();
    assertThat(absent.has(null, JwsAlgorithm.RS256)).isFalse();
    assertThat(absent.has("ES256", JwsAlgorithm.ES256)).isFalse();
  }

  @Test
  void keepsWhatItHasAndGrowsNoFurtherInAFlood() {
    absent.add("first", JwsAlgorithm.ES256);

    for (int i = 0; i < 5 * AbsentKeys.MOST; i++) {
      absent.add("flood-" + i, JwsAlgorithm.ES256);
    }

    assertThat(absent.has("first", JwsAlgorithm.ES256)).isTrue();
    assertThat(absent.size()).isEqualTo(AbsentKeys.MOST);
  }
}
