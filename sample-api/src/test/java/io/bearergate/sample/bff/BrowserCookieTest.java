package io.bearergate.sample.bff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrowserCookieTest {

  private static final URI LOOPBACK = URI.create("http://127.0.0.1:8084/callback");
  private static final URI ELSEWHERE = URI.create("https://app.example.com/callback");

  @Test
  @DisplayName("F09.2 off the loopback both cookies are Secure and bound to their host")
  void bindsCookiesToTheHost() {
    assertThat(BrowserCookie.ofSession(ELSEWHERE))
        .isEqualTo(new BrowserCookie("__Host-bg_session", true, "Lax"));
    assertThat(BrowserCookie.ofSession(LOOPBACK))
        .isEqualTo(new BrowserCookie("bg_session", false, "Lax"));
  }

  @Test
  @DisplayName("F09.2 only the login's cookie goes along with the issuer's form from another site")
  void letsLoginCookieGoAlong() {
    assertThat(BrowserCookie.ofLogin(ELSEWHERE))
        .isEqualTo(new BrowserCookie("__Host-bg_login", true, "None"));
    assertThat(BrowserCookie.ofLogin(LOOPBACK))
        .isEqualTo(new BrowserCookie("bg_login", false, "Lax"));
  }
}
