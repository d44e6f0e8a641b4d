package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.bearergate.sample.Stage.Ports;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.playground.Debugger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * The stage as {@code bin/demo} opens it, and a real browser before it that complains of nothing.
 */
@Tag("browser")
abstract class BrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MILLIS = 20_000;

  static Stage stage;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  Page page;

  @BeforeAll
  static void openBrowser() {
    stage =
        Stage.open(
            Ports.ephemeral(), VirtualClock.runningWith(InstantSource.system()), Debugger.ON);
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIETLY));
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
    playwright.close();
    stage.close();
  }

  @BeforeEach
  void openPage() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(complaints).as("errors in the console, among them violations of a policy").isEmpty();
  }

  /** Starts over in a browser of this kind. */
  void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  static String at(String path) {
    return stage.api().address() + path;
  }

  /** Logs alice in and agrees, where the authorization server asks. */
  void logIn() {
    logIn(page);
  }

  static void logIn(Page there) {
    there.waitForLoadState();
    if (there.locator("input[name=username]").count() > 0) {
      there.fill("input[name=username]", "alice");
      there.fill("input[name=password]", Fixtures.password("alice"));
      there.click("form button");
      there.waitForLoadState();
    }
    if (there.url().contains("/u/consent")) {
      there.click("button[value=accept]");
    }
  }

  /** Has a flow walked by the script, from the first page. */
  void walkForMe(String id) {
    page.locator("#" + id)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Walk it for me"))
        .click();
    page.waitForURL("**/playground/walk");
    page.locator("#answer").waitFor();
  }

  void keepScreenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
