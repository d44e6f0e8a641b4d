package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeviceTest extends IssuerTest {

  @Test
  @DisplayName("F12.1 + pending, then approval in a browser, then tokens")
  void issuesTokensOnceTheUserHasAgreed() {
    HttpResponse<String> codes =
        Wire.postForm(
            server.issuer() + "oauth/device/code",
            Map.of(
                "client_id", "tv1", "scope", "openid read:notes", "audience", Fixtures.NOTES_API));
    assertThat(codes.statusCode()).isEqualTo(200);
    Map<String, String> poll =
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:device_code",
            "device_code",
            Parsed.member(codes, "device_code"),
            "client_id",
            "tv1");

    assertThat(Parsed.member(token(poll), "error")).isEqualTo("authorization_pending");

    UserAgent browser = browser();
    Map<String, String> confirmation =
        UserAgent.hiddenFields(browser.open(Parsed.member(codes, "verification_uri_complete")));
    confirmation.put("action", "confirm");
    HttpResponse<String> login = browser.follow(browser.submit("activate", confirmation));
    HttpResponse<String> consent = browser.follow(browser.logIn(login, "alice"));
    assertThat(browser.consent(consent, "accept").body()).contains("Device connected");
    clock.advance(java.time.Duration.ofSeconds(5));

    assertThat(Parsed.json(token(poll))).containsEntry("scope", "openid read:notes");
  }
}
