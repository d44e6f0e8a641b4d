package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUriTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/a,            https://api.example.com/a",
    "HTTPS://API.Example.COM/a,            https://api.example.com/a",
    "https://api.example.com:443/a,        https://api.example.com/a",
    "https://api.example.com:/a,           https://api.example.com/a",
    "http://api.example.com:80/a,          http://api.example.com/a",
    "http://api.example.com:443/a,         http://api.example.com:443/a",
    "https://api.example.com:8443/a,       https://api.example.com:8443/a",
    "https://api.example.com,              https://api.example.com/",
    "https://api.example.com?x,            https://api.example.com/",
    "https://api.example.com/a?b=/c#d,     https://api.example.com/a",
    "https://api.example.com/a#b?c,        https://api.example.com/a",
    "https://api.example.com/%7euser%2f%c3, https://api.example.com/~user%2F%C3",
    "https://api.example.com/A%41,         https://api.example.com/AA",
    "https://[2001:DB8::1]:443/a,          https://[2001:db8::1]/a",
    "https://api.example.com/a%zz,         https://api.example.com/a%zz",
  })
  void writesEqualAddressesAlike(String text, String plain) {
    assertThat(HttpUri.parse(text).map(uri -> uri.origin() + uri.path())).contains(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com/a, https://api.example.com/A",
    "https://api.example.com/a, https://api.example.com/a/",
    "https://api.example.com/a, http://api.example.com/a",
    "https://api.example.com/a, https://api.example.com:8443/a",
    "https://api.example.com/a/b, https://api.example.com/a%2Fb",
    "https://api.example.com/a, https://api.example.com./a",
  })
  void keepsOthersApart(String one, String other) {
    assertThat(HttpUri.parse(one)).isPresent().isNotEqualTo(HttpUri.parse(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "api.example.com/a",
        "//api.example.com/a",
        "ftp://api.example.com/a",
        "https:/api.example.com/a",
        "https:///a",
        "https://user@api.example.com/a",
        "https://api.example.com:80x/a",
        "https://[::1/a",
        " https://api.example.com/a"
      })
  void takesNothingElse(String text) {
    assertThat(HttpUri.parse(text)).isEmpty();
  }

  @Test
  void movesBelowAPublicPrefix() {
    HttpUri inner = HttpUri.parse("http://10.0.0.1:8080/a%20b").orElseThrow();

    assertThat(inner.under("https://api.example.com/v1"))
        .contains(new HttpUri("https://api.example.com", "/v1/a%20b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example.com/a", "http://127.0.0.1:8080/", "https://A-1/%zz"})
  void seesAPlainAddress(String text) {
    assertThat(HttpUri.isPlain(text)).isTrue();
    assertThat(HttpUri.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https:///a",
        "https://:1/a",
        "https://a:b/",
        "https://a:1:2/",
        "https://u@a/",
        "https://[::1]/",
        "https://a",
        "gopher://a/",
        "/a"
      })
  void leavesOthersToBeReadInFull(String text) {
    assertThat(HttpUri.isPlain(text)).isFalse();
  }
}
