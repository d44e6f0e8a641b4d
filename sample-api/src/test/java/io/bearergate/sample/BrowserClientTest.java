package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrowserClientTest extends BrowserTest {

  private static final String CLIENT = "playground/spa";

  @Test
  @DisplayName("F02.1 + oauth4webapi, in the page itself, logs in by PKCE and calls the API")
  void logsInFromThePage() {
    List<String> tokenRequests = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().endsWith("/oauth/token")) {
            tokenRequests.add(request.postData());
          }
        });
    page.navigate(at(CLIENT));
    goAndLogIn();

    page.locator("#answer").waitFor();
    keepScreenshot("walk-in-page");
    assertThat(page.locator("#answer").textContent()).isEqualTo("GET /api/notes 200");
    assertThat(tokenRequests)
        .singleElement()
        .asString()
        .contains("code_verifier=", "client_id=spa1");
    assertThat(tokenRequests.get(0)).doesNotContain("client_secret");
  }

  @Test
  @DisplayName("SC4 + neither code nor state stays in the address bar")
  void cleansAddress() {
    page.navigate(at(CLIENT));
    goAndLogIn();

    page.locator("#answer").waitFor();
    assertThat(page.url()).isEqualTo(at(CLIENT));
    assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
  }

  @Test
  @DisplayName("F02.7 − an answer that nobody here has asked for is not redeemed")
  void refusesUnaskedAnswer() {
    page.navigate(at(CLIENT + "?code=stolen&state=somebody-elses"));

    page.getByText("Broken off: Nobody here has asked for this answer.").waitFor();
    assertThat(page.locator("#answer").count()).isZero();
  }
}
