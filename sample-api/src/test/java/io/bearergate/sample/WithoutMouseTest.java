package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.bearergate.sample.issuer.Fixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithoutMouseTest extends BrowserTest {

  private static final int MOST_TABS = 60;
  private static final String FOCUSED =
      "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent)";

  @Test
  @DisplayName("a flow is walked, looked at and broken with the keyboard alone")
  void walksByKeyboard() {
    page.navigate(at(""));
    page.locator("#F01 button").first().waitFor();
    tabTo("Walk it in this browser: Authorization code");
    page.keyboard().press("Enter");
    page.locator("#go").waitFor();
    tabTo("Go and log in");
    page.keyboard().press("Enter");
    logInByKeyboard();
    page.locator("#answer").waitFor();

    tabTo("Step 1:");
    page.keyboard().press("ArrowDown");
    assertThat(focused()).startsWith("Step 2:");
    assertThat(page.locator("#detail h3").textContent()).isEqualTo("Step 2");
    tabTo("Send no token");
    page.keyboard().press("Enter");
    page.locator("#broken .refused").waitFor();
  }

  @Test
  @DisplayName("what has the focus can be seen to have it")
  void showsFocus() {
    page.navigate(at(""));
    page.locator("#F01 button").first().waitFor();
    tabTo("Walk it in this browser: Authorization code");

    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  @DisplayName("a walk fits a phone, in the dark, and nothing moves for who wants it so")
  void fitsPhone() {
    open(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(at(""));
    walkForMe("F01");

    keepScreenshot("walk-phone");
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0);
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.steps li')).animationName"))
        .isEqualTo("none");
  }

  @Test
  @DisplayName("a page has its landmarks, one heading, and says its progress aloud")
  void hasLandmarks() {
    page.navigate(at(""));
    walkForMe("F11");

    assertThat(page.locator("header").count()).isEqualTo(1);
    assertThat(page.locator("nav[aria-label]").count()).isEqualTo(1);
    assertThat(page.locator("main").count()).isEqualTo(1);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.locator("[role=status]").textContent()).startsWith("Done:");
  }

  private void logInByKeyboard() {
    page.locator("input[name=username]").focus();
    page.keyboard().type("alice");
    page.keyboard().press("Tab");
    page.keyboard().type(Fixtures.password("alice"));
    page.keyboard().press("Enter");
    page.waitForURL("**/u/consent**");
    tabTo("Allow");
    page.keyboard().press("Enter");
  }

  private void tabTo(String label) {
    for (int i = 0; i < MOST_TABS && !focused().startsWith(label); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(focused()).startsWith(label);
  }

  private String focused() {
    return String.valueOf(page.evaluate(FOCUSED)).strip();
  }
}
