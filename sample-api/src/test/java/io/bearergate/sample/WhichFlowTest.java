package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhichFlowTest extends BrowserTest {

  /** What is so unless a row says otherwise. */
  private static final String USUAL =
      """
      ({hasUser: true, redirectPossible: true, canKeepSecret: true, needsAccessToken: true,
        trusted: false, firstParty: true, decoupled: false, inputConstrained: false,
        sensitiveRequest: false, protection: 'both', fineGrained: false, hiddenClaims: false,
        idTokenFirst: false, sameDomainBackend: false, severalApis: false, appType: 'server'})
      """;

  private static final String DECIDE =
      "async given => (await import('/playground/decision.js')).decide({..."
          + "%s"
          + ", ...given})";

  @ParameterizedTest(name = "{0}")
  @DisplayName("§5 + the questions lead to the flow")
  @CsvSource(
      delimiter = '|',
      value = {
        "cron job                       | hasUser=false                                | F11",
        "server-rendered web shop       |                                              | F01",
        "greets before its jobs run     | idTokenFirst=true                            | F10",
        "bank transfer                  | sensitiveRequest=true fineGrained=true       | F05 F06",
        "signed only                    | sensitiveRequest=true protection=signed      | F04",
        "private, claims hidden         | sensitiveRequest=true protection=private hiddenClaims=true"
            + " | F03 F07",
        "sign-in only, no secret        | needsAccessToken=false canKeepSecret=false   | F08",
        "legacy kiosk, own login form   | appType=other redirectPossible=false trusted=true | F13",
        "SPA with API                   | appType=spa canKeepSecret=false              | F02 F15",
        "SPA with own backend           | appType=spa needsAccessToken=false sameDomainBackend=true"
            + " | F09",
        "SPA login only                 | appType=spa needsAccessToken=false           | F08",
        "phone app                      | appType=native canKeepSecret=false           | F02",
        "TV                             | appType=native redirectPossible=false inputConstrained=true"
            + " | F12",
        "call centre                    | redirectPossible=false decoupled=true        | F14",
        "two APIs                       | severalApis=true                             | F01 F16"
      })
  void leadsToFlow(String who, String differing, String flows) {
    assertThat(decided(differing)).containsEntry("flows", List.of(flows.split(" ")));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("§5 − where no flow fits, the reason is told")
  @CsvSource(
      delimiter = '|',
      value = {
        "third-party app asking for passwords | redirectPossible=false trusted=true firstParty=false"
            + " | Passwords may be typed into nothing but the authorization server",
        "cron job in a public download | hasUser=false canKeepSecret=false | can keep no secret",
        "third-party call centre | redirectPossible=false decoupled=true firstParty=false"
            + " | for your own applications"
      })
  void refuses(String who, String differing, String reason) {
    assertThat(decided(differing)).doesNotContainKey("flows");
    assertThat(String.valueOf(decided(differing).get("refuse"))).contains(reason);
  }

  @Test
  @DisplayName("§5 + asked one after the other, and linked to the flow")
  void asksInOrder() {
    page.navigate(at("which-flow"));
    choose("hasUser", "Yes");
    choose("appType", "In the browser");
    choose("redirectPossible", "Yes");
    choose("needsAccessToken", "Yes");
    choose("severalApis", "No");

    Locator result = page.locator("#result [data-flow]");
    assertThat(result.count()).isEqualTo(2);
    assertThat(result.first().locator("a").getAttribute("href")).isEqualTo("/#F02");
    keepScreenshot("which-flow-answered");
  }

  @Test
  @DisplayName("§5 + changing an answer asks anew what follows from it")
  void asksAnew() {
    page.navigate(at("which-flow"));
    choose("hasUser", "Yes");
    choose("appType", "On a phone");
    choose("hasUser", "No");

    assertThat(page.locator("fieldset").count()).isEqualTo(2);
    assertThat(page.locator("[data-question=canKeepSecret]").count()).isEqualTo(1);
  }

  private void choose(String question, String answer) {
    page.locator(
            "[data-question=" + question + "] label", new Page.LocatorOptions().setHasText(answer))
        .first()
        .click();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> decided(String differing) {
    if (!page.url().equals(at("which-flow"))) {
      page.navigate(at("which-flow"));
    }
    Map<String, Object> given =
        differing == null
            ? Map.of()
            : List.of(differing.split(" ")).stream()
                .map(word -> word.split("=", 2))
                .collect(
                    java.util.stream.Collectors.toMap(
                        pair -> pair[0],
                        pair ->
                            pair[1].matches("true|false")
                                ? (Object) Boolean.valueOf(pair[1])
                                : pair[1]));
    return (Map<String, Object>) page.evaluate(DECIDE.formatted(USUAL.strip()), given);
  }
}
