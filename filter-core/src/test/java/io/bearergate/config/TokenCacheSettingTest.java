package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.token.TokenRules.Kept;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the settings token-cache and token-cache-size")
class TokenCacheSettingTest {

  @Test
  void keepTenThousandTokensIn32MebibytesWhereNothingIsSaid() {
    assertThat(TestConfig.valid().read().tokens().kept()).isEqualTo(new Kept(10_000, 32 << 20));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 32MiB, 0, 33554432",
    "10000, 0, 10000, 0",
    "1, 1, 1, 1",
    "1000000, 1024MiB, 1000000, 1073741824",
    "25, 512KiB, 25, 524288"
  })
  void takeEveryBoundFromNoneToTheMost(String tokens, String size, int most, int bytes) {
    Kept kept =
        TestConfig.valid()
            .initParam("token-cache", tokens)
            .initParam("token-cache-size", size)
            .read()
            .tokens()
            .kept();

    assertThat(kept).isEqualTo(new Kept(most, bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token-cache | 1000001 | is not a number of 0 to 1000000",
        "token-cache | -1 | is not a number of 0 to 1000000",
        "token-cache | 10k | is not a number of 0 to 1000000",
        "token-cache | 99999999999 | is not a number of 0 to 1000000",
        "token-cache | off | is not a number of 0 to 1000000",
        "token-cache-size | 1025MiB | is out of bounds. Write 0 to 1024MiB.",
        "token-cache-size | 1073741825 | is not a size",
        "token-cache-size | -1MiB | is not a size",
        "token-cache-size | 1GiB | is not a size",
        "token-cache-size | 32 MiB | is not a size",
        "token-cache-size | many | is not a size"
      })
  void refuseWhatIsNoBound(String key, String text, String problem) {
    assertThat(TestConfig.valid().initParam(key, text).problem())
        .startsWith(key + " ")
        .contains(problem);
  }
}
