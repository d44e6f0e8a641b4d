package io.bearergate.http;

import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CREDENTIALS;
import static io.bearergate.rejection.Rejection.Reason.REPEATED_CREDENTIALS;
import static io.bearergate.rejection.Rejection.Reason.TOKEN_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.http.Credentials.Malformed;
import io.bearergate.http.Credentials.None;
import io.bearergate.http.Credentials.Presented;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.rejection.Rejection;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @DisplayName("RS.8 the scheme's case does not matter")
  @ValueSource(strings = {"Bearer", "bearer", "BEARER", "BeArEr"})
  void readsTokenWhateverTheCaseOfTheScheme(String scheme) {
    assertThat(token(from(scheme + " a.b.c"), Scheme.BEARER)).contains("a.b.c");
  }

  @Test
  void readsDpopScheme() {
    assertThat(token(from("dpop a.b.c"), Scheme.DPOP)).contains("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer  a.b.c", " Bearer a.b.c", "Bearer a.b.c ", "Bearer a.b.c\t"})
  void allowsTheSpaceThatHttpAllows(String value) {
    assertThat(token(from(value), Scheme.BEARER)).contains("a.b.c");
  }

  @Test
  void seesNothingWithoutHeader() {
    assertThat(Credentials.from(request(List.of()), 100)).isInstanceOf(None.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Basic YTpi",
        "Bearerx a.b.c",
        "Bearer-Token a",
        "Bear",
        "Negotiate",
        "\u0001Bearer a",
        "\u001fBearer a",
        "Basic x, Bearer a.b.c"
      })
  void seesNothingInOtherSchemes(String value) {
    assertThat(from(value)).isInstanceOf(None.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer\ta.b.c",
        "Bearer \ta.b.c",
        "Bearer a.b.c d",
        "Bearer a.b.c, Bearer d.e.f",
        "Bearer a.b.c,",
        "Bearer \"a.b.c\"",
        "Bearer a.b\u0000.c",
        "Bearer a.b.c\u001f",
        "Bearer \u001fa.b.c",
        "Bearer a.b.c\r\nX: y",
        "Bearer a.b.ç",
        "Bearer =",
        "Bearer a=b",
        "Bearer token=a",
        "Bearer=a.b.c",
        "Bearer,a.b.c",
        "Bearer:a.b.c"
      })
  void refusesEveryMalformedForm(String value) {
    assertThat(reason(from(value))).isEqualTo(MALFORMED_CREDENTIALS);
  }

  @Test
  void refusesTwoHeaders() {
    assertThat(reason(Credentials.from(request(List.of("Bearer a", "Bearer a")), 100)))
        .isEqualTo(REPEATED_CREDENTIALS);
  }

  @Test
  void readsTheLongestTokenAllowed() {
    assertThat(from("Bearer " + "a".repeat(100))).isInstanceOf(Presented.class);
  }

  @Test
  void refusesLongerTokenBeforeItIsParsed() {
    assertThat(reason(from("Bearer " + "a".repeat(101)))).isEqualTo(TOKEN_TOO_LONG);
  }

  @Test
  void showsNothingOfTheToken() {
    assertThat(from("Bearer secret")).hasToString("Bearer");
  }

  private static Rejection.Reason reason(Credentials credentials) {
    return ((Malformed) credentials).rejection().reason();
  }

  private static Credentials from(String value) {
    return Credentials.from(request(List.of(value)), 100);
  }

  private static RequestView request(List<String> authorization) {
    return new RequestView() {
      @Override
      public String method() {
        return "GET";
      }

      @Override
      public String path() {
        return "/";
      }

      @Override
      public String target() {
        throw new AssertionError("nobody's business here");
      }

      @Override
      public String peer() {
        throw new AssertionError("nobody's business here");
      }

      @Override
      public Optional<X509Certificate> clientCertificate() {
        throw new AssertionError("nobody's business here");
      }

      @Override
      public List<String> headers(String name) {
        return name.equals("Authorization") ? authorization : List.of();
      }
    };
  }

  private static Optional<String> token(Credentials credentials, Scheme scheme) {
    return credentials instanceof Presented presented && presented.scheme() == scheme
        ? Optional.of(presented.token())
        : Optional.empty();
  }
}
