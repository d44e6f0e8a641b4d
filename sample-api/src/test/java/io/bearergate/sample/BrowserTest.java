package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.bearergate.sample.Stage.Ports;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.playground.Debugger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The stage as {@code bin/demo} opens it, and a real browser before it that complains of nothing.
 */
@Tag("browser")
@ExtendWith(Chromium.class)
abstract class BrowserTest {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MILLIS = 60_000;
  private static final Browser.NewContextOptions DESKTOP =
      new Browser.NewContextOptions().setViewportSize(1280, 900);

  static Stage stage;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  Page page;

  @BeforeAll
  static void openStage(Browser shared) {
    browser = shared;
    stage =
        Stage.open(
            Ports.ephemeral(), VirtualClock.runningWith(InstantSource.system()), Debugger.ON);
  }

  @AfterAll
  static void closeStage() {
    stage.close();
  }

  /** A new one for each test; the same for all of a class that has one instance only. */
  @BeforeEach
  void openPage() {
    if (page == null) {
      open(DESKTOP);
    }
  }

  @AfterEach
  void hearComplaints(TestInfo test) {
    if (!sharesPage(test)) {
      context.close();
    }
    assertThat(complaints).as("errors in the console, among them violations of a policy").isEmpty();
  }

  private static boolean sharesPage(TestInfo test) {
    return test.getTestClass().orElseThrow().isAnnotationPresent(TestInstance.class);
  }

  /** Starts over in a browser of this kind. */
  final void open(Browser.NewContextOptions options) {
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

  /** Clicks what leads to another page, and waits until that is there. */
  static void follow(Page there, String link) {
    there.evaluate("document.documentElement.dataset.left = ''");
    there.locator(link).first().click();
    there
        .locator("html:not([data-left])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    there.waitForLoadState(LoadState.DOMCONTENTLOADED);
  }

  /** Goes where the page sends the browser, and comes back as alice, who agrees. */
  void goAndLogIn() {
    follow(page, "#go");
    logIn(page);
  }

  /** Logs alice in and agrees, where the authorization server asks. */
  static void logIn(Page there) {
    if (there.locator("input[name=username]").count() > 0) {
      there.fill("input[name=username]", "alice");
      there.fill("input[name=password]", Fixtures.password("alice"));
      follow(there, "form button");
    }
    if (there.locator("button[value=accept]").count() > 0) {
      follow(there, "button[value=accept]");
    }
  }

  /** Opens a link that has a page of its own, and waits for the form there. */
  Page openForm(String link) {
    Page other = page.context().waitForPage(() -> page.locator(link).click());
    other.locator("form").first().waitFor();
    return other;
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
