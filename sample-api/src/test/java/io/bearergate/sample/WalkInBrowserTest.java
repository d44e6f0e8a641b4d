package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearergate.sample.flow.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkInBrowserTest extends BrowserTest {

  static Stream<String> flows() {
    return Flow.all().stream().map(Flow::id);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a flow is walked through login, consent and API call in a real browser")
  @MethodSource("flows")
  void walksFlow(String id) {
    page.navigate(at(""));
    page.locator("#" + id)
        .getByRole(
            AriaRole.BUTTON,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("in this browser"))
        .click();
    page.waitForURL("**/playground/walk");
    page.locator("#go, #answer").first().waitFor();
    if (page.locator("#go").count() > 0) {
      page.locator("#go").click();
      logIn();
      page.waitForURL("**/playground/walk", new Page.WaitForURLOptions());
    }

    page.locator("#answer").waitFor();
    keepScreenshot("walk-" + id);
    assertThat(page.locator("#answer").textContent()).endsWith(" 200");
    assertThat(page.locator(".fails").count()).isZero();
  }
}
