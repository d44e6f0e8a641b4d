package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaygroundPagesTest extends BrowserTest {

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @ParameterizedTest(name = "{0}")
  @DisplayName("every page fits a phone in the dark, and says nothing to the console")
  @CsvSource({"home,''", "which-flow,which-flow", "spa,playground/spa", "debugger,debugger"})
  void fitsPhone(String name, String path) {
    open(
        new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
    page.navigate(at(path));
    page.locator("h1").waitFor();
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

    keepScreenshot(name + "-phone");
    assertThat(page.evaluate(OVERFLOW)).isEqualTo(0);
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(20, 23, 27)");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("every page is drawn in the light of a desktop")
  @CsvSource({"home,''", "which-flow,which-flow", "spa,playground/spa", "debugger,debugger"})
  void drawsOnDesktop(String name, String path) {
    page.navigate(at(path));
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

    keepScreenshot(name);
    assertThat(page.evaluate(OVERFLOW)).isEqualTo(0);
  }
}
