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
    page.locator("#go, #approve, #answer").first().waitFor();
    while (page.locator("#go").count() > 0) {
      page.locator("#go").click();
      logIn();
      page.waitForURL("**/playground/walk");
      page.locator("#go, #answer").first().waitFor();
    }
    if (page.locator("#approve").count() > 0) {
      approve(page.context().waitForPage(() -> page.locator("#approve").click()));
    }

    page.locator("#answer").waitFor();
    keepScreenshot("walk-" + id);
    assertThat(page.locator("#answer").getAttribute("class")).isEqualTo("let-through");
    assertThat(page.locator(".fails").count()).isZero();
  }

  /** Another device: whatever form comes is filled in and agreed to, until there is none. */
  private static void approve(Page telephone) {
    while (telephone.locator("form").count() > 0) {
      if (telephone.locator("input[name=password]").count() > 0) {
        logIn(telephone);
      } else {
        telephone.locator("form button").first().click();
      }
      telephone.waitForLoadState();
    }
  }
}
