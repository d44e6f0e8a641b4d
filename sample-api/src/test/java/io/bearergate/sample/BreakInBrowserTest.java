package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakInBrowserTest extends BrowserTest {

  private static final String INVALID =
      "Bearer realm=\"api\", error=\"invalid_token\","
          + " error_description=\"The access token is invalid\"";

  private String walked = "";

  @ParameterizedTest(name = "{0}")
  @DisplayName("RS.1 − a token that must not pass is refused, with the exact challenge shown")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "no-token       | 401 | Bearer realm=\"api\"",
        "expired        | 401 | Bearer realm=\"api\", error=\"invalid_token\","
            + " error_description=\"The access token expired\"",
        "wrong-audience | 401 | " + INVALID,
        "wrong-issuer   | 401 | " + INVALID,
        "forged         | 401 | " + INVALID,
        "tampered       | 401 | " + INVALID,
        "unsigned       | 401 | " + INVALID,
        "id-token       | 401 | " + INVALID,
        "overreach      | 403 | Bearer realm=\"api\", error=\"insufficient_scope\","
            + " error_description=\"The access token lacks the required scope\", scope=\"admin\""
      })
  void showsChallenge(String name, String status, String challenge) {
    Locator refusal = doWrong("F01", name);

    assertThat(refusal.locator("strong").textContent()).isEqualTo(status);
    assertThat(refusal.locator("code").first().textContent())
        .isEqualToIgnoringCase("www-authenticate: " + challenge);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F01.4 F01.10 − a replayed code and an altered state are refused")
  @CsvSource({
    "replayed-code, invalid_grant",
    "altered-state, SC1: not so: the state is that of this session"
  })
  void showsRefusal(String name, String said) {
    assertThat(doWrong("F01", name).textContent()).contains(said);
  }

  @Test
  @DisplayName("F15.2 − a stolen refresh token is refused")
  void refusesStolenRefreshToken() {
    assertThat(doWrong("F15", "stolen-refresh-token").textContent())
        .contains("400", "invalid_grant");
  }

  /** After a walk that may have been broken in other ways before. */
  private Locator doWrong(String flow, String name) {
    if (!flow.equals(walked)) {
      page.navigate(at(""));
      walkForMe(flow);
      walked = flow;
    }
    Locator button = page.locator("[data-break=" + name + "]");
    button.click();
    Locator refusal =
        page.locator("#broken:has(h3:text-is(\"" + button.textContent() + "\")) .refused").first();
    refusal.waitFor();
    return refusal;
  }
}
