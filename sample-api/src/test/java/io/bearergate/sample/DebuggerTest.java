package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import io.bearergate.sample.issuer.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebuggerTest extends BrowserTest {

  @BeforeEach
  void openDebugger() {
    page.navigate(at("debugger"));
    page.locator("[data-grant=code]")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
  }

  @Test
  @DisplayName("F17.1 + every grant has a button")
  void hasButtonPerGrant() {
    assertThat(
            page.locator("[data-grant]").all().stream()
                .map(button -> button.getAttribute("data-grant")))
        .contains(
            "code",
            "pkce",
            "par",
            "jar",
            "rar",
            "form-post",
            "hybrid",
            "client-credentials",
            "device",
            "password",
            "ciba",
            "refresh",
            "revoke",
            "userinfo",
            "logout");
  }

  @Test
  @DisplayName("F17.1 + client credentials show the request masked and the answer decoded")
  void showsClientCredentials() {
    configure("m2m1");
    press("client-credentials");

    assertThat(answer()).contains("/oauth/token", "200");
    assertThat(page.locator(".sheet").textContent()).contains("m2m1@clients");
    assertThat(page.locator(".sheet .fails").count()).isZero();
    assertThat(page.locator("#detail").textContent()).contains("POST ", "client_credentials", "…");
    keepScreenshot("debugger-result");
  }

  @ParameterizedTest(name = "{0} as {1}")
  @DisplayName("F17.1 + a grant by way of the browser, in another tab, to its tokens")
  @CsvSource({"code, web1", "pkce, native1"})
  void goesByTheBrowser(String grant, String application) {
    configure(application);
    press(grant);
    logIn(openForm("#go"));

    assertThat(answer()).contains("200");
    assertThat(page.locator(".sheet").count()).isEqualTo(2);
    assertThat(page.locator(".fails").count()).isZero();
  }

  @Test
  @DisplayName("F17.1 − a request that is wrong is sent as it is, and its refusal shown")
  void sendsWhatIsWrong() {
    configure("m2m1");
    page.fill("#typed-secret", "guessed");
    press("client-credentials");

    assertThat(answer()).contains("401");
    assertThat(page.locator("#detail").textContent()).contains("invalid_client");
  }

  @Test
  @DisplayName("F17.4 − a typed secret and the token are in no page source, no URL and no log")
  void keepsSecrets() {
    List<String> logged = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    page.onRequest((Request request) -> urls.add(request.url()));
    Handler listening = listening(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(listening);
    String secret = Fixtures.clientSecret("m2m1");
    try {
      configure("m2m1");
      press("client-credentials");
      assertThat(answer()).contains("200");
    } finally {
      root.removeHandler(listening);
    }

    assertThat(urls).isNotEmpty().noneMatch(url -> url.contains(secret));
    assertThat(logged).noneMatch(line -> line.contains(secret));
    assertThat(page.content()).doesNotContain(secret).doesNotContainPattern(Leaks.TOKEN);
    assertThat(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
        .isEqualTo("[{},{}]");
  }

  @ParameterizedTest
  @DisplayName("F17.5 − HTML in claims is shown as text")
  @CsvSource({
    "<img src=x onerror=document.title=1>",
    "</code><script>document.title=1</script>",
    "\"><svg onload=document.title=1>"
  })
  void escapesClaims(String hostile) {
    page.evaluate(
        "async claim => { const { sheet } = await import('/playground/sheets.js');"
            + " document.querySelector('main').append(sheet({ kind: claim, form: claim,"
            + " header: { typ: claim }, claims: { [claim]: claim },"
            + " checks: [{ id: claim, what: claim, holds: true }] })); }",
        hostile);

    assertThat(page.locator(".sheet").textContent()).contains(hostile);
    assertThat(page.locator(".sheet img, .sheet script, .sheet svg").count()).isZero();
    assertThat(page.title()).startsWith("Debugger");
  }

  @Test
  @DisplayName("F17.5 − HTML that was typed comes back as text")
  void escapesTyped() {
    configure("m2m1");
    page.fill("#typed-scope", "<img src=x>");
    press("client-credentials");

    assertThat(answer()).isNotEmpty();
    assertThat(page.locator("#detail").textContent()).contains("%3Cimg");
    assertThat(page.locator("#result img").count()).isZero();
  }

  private void configure(String application) {
    page.selectOption("#typed-application", application);
    if (!application.equals("native1")) {
      page.fill("#typed-secret", Fixtures.clientSecret(application));
    }
  }

  private void press(String grant) {
    page.click("#tab-grants");
    page.click("[data-grant=" + grant + "]");
  }

  private String answer() {
    page.locator("#answer").waitFor();
    return page.locator("#answer").textContent();
  }

  private static Handler listening(List<String> lines) {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(String.valueOf(line.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    return handler;
  }
}
