package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bearergate.sample.flow.Flow;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkInBrowserTest extends BrowserTest {

  private static final Set<String> WITHOUT_USER = Set.of("F09", "F11", "F13", "F17", "F18");

  static Stream<String> flows() {
    return Flow.all().stream().map(Flow::id).filter(id -> !WITHOUT_USER.contains(id));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a flow is walked through login, consent and API call in a real browser")
  @MethodSource("flows")
  void walksFlow(String id) {
    begin(id);
    while (comesTo("#go")) {
      goAndLogIn();
      page.waitForURL("**/playground/walk");
    }
    if (comesTo("#approve")) {
      approve(openForm("#approve"));
    }

    page.locator("#answer").waitFor();
    keepScreenshot("walk-" + id);
    assertThat(page.locator("#answer").getAttribute("class")).isEqualTo("let-through");
    assertThat(page.locator(".holds").count()).isPositive();
    assertThat(page.locator(".fails").count()).isZero();
  }

  @Test
  @DisplayName("F09.1 F09.8 + the page that has a server of its own, from login to logout")
  void walksOwnPage() {
    page.navigate(at(""));
    page = page.context().waitForPage(() -> page.locator("#F09 a.button").click());
    page.locator("[data-path='/bff/me'].refused").waitFor();
    goAndLogIn();

    page.locator("[data-path='/bff/notes'].let-through").waitFor();
    page.getByText("sees no cookie at all").waitFor();
    assertThat(page.locator("#go").isVisible()).isFalse();
    keepScreenshot("walk-F09");
    assertThat(page.locator("[data-path='/bff/me']").textContent())
        .contains("GET /bff/me 200", "Alice");
    assertThat(page.content()).doesNotContainPattern(Leaks.TOKEN);
    page.click("#leave");
    page.locator("[data-path='/bff/me'].refused").waitFor();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("− a flow without a part for the user is walked by the script only")
  @ValueSource(strings = {"F09", "F11", "F13", "F17", "F18"})
  void walksByScript(String id) {
    page.navigate(at(""));
    page.locator("#" + id).waitFor();
    assertThat(page.locator("#" + id).textContent()).doesNotContain("in this browser");

    walkForMe(id);
    keepScreenshot("walk-" + id + "-script");
    assertThat(page.locator("#answer").getAttribute("class")).isEqualTo("let-through");
    assertThat(page.locator(".fails").count()).isZero();
  }

  private void begin(String id) {
    page.navigate(at(""));
    page.locator("#" + id)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("in this browser"))
        .click();
    page.waitForURL("**/playground/walk");
  }

  private boolean comesTo(String turn) {
    page.locator("#go, #approve, #answer").first().waitFor();
    return page.locator(turn).count() > 0;
  }

  /** Another device: whatever form comes is filled in and agreed to, until there is none. */
  private static void approve(Page telephone) {
    while (telephone.locator("form").count() > 0) {
      if (telephone.locator("input[name=password]").count() > 0) {
        logIn(telephone);
      } else {
        follow(telephone, "form button");
      }
    }
  }
}
