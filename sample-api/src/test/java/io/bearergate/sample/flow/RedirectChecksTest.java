package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectChecksTest {

  private static final String ISSUER = "http://127.0.0.1:9400/";

  private static final URI CALLBACK = URI.create("http://127.0.0.1:8081/callback");

  private final LoginAttempt attempt = new LoginAttempt();
  private final RedirectChecks checks = new RedirectChecks(metadata(true), new Checks());

  @Test
  @DisplayName("SC a fitting answer gives its code")
  void takesFittingAnswer() {
    assertThat(checks.codeIn(callback("code=abc&state=%s&iss=" + ISSUER), attempt).getValue())
        .isEqualTo("abc");
  }

  @ParameterizedTest
  @DisplayName("F01.10 − the client refuses a wrong or missing state")
  @CsvSource({
    "wrong, code=abc&state=other&iss=http://127.0.0.1:9400/",
    "missing, code=abc&iss=http://127.0.0.1:9400/",
    "twice, code=abc&state=%s&state=%s&iss=http://127.0.0.1:9400/",
    "with error, error=access_denied&iss=http://127.0.0.1:9400/"
  })
  void refusesState(String how, String query) {
    assertThatThrownBy(() -> checks.codeIn(callback(query), attempt))
        .as(how)
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith("SC1");
  }

  @Test
  @DisplayName("F01.10 − the client refuses a replayed state")
  void refusesReplayedState() {
    Callback callback = callback("code=abc&state=%s&iss=" + ISSUER);
    checks.codeIn(callback, attempt);

    assertThatThrownBy(() -> checks.codeIn(callback, attempt)).hasMessageStartingWith("SC1");
  }

  @ParameterizedTest
  @DisplayName("F01.11 − the client refuses a wrong iss, or none where one was promised (mix-up)")
  @CsvSource({
    "other issuer, code=abc&state=%s&iss=http://evil.test/",
    "without the slash, code=abc&state=%s&iss=http://127.0.0.1:9400",
    "missing, code=abc&state=%s"
  })
  void refusesIssuer(String how, String query) {
    assertThatThrownBy(() -> checks.codeIn(callback(query), attempt))
        .as(how)
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith("SC2");
  }

  @Test
  @DisplayName("F01.11 + no iss is accepted of a provider that promises none; a wrong one is not")
  void demandsNoIssuerThatIsNotPromised() {
    RedirectChecks lenient = new RedirectChecks(metadata(false), new Checks());

    assertThat(lenient.codeIn(callback("code=abc&state=%s"), attempt).getValue()).isEqualTo("abc");
    assertThatThrownBy(
            () -> {
              LoginAttempt other = new LoginAttempt();
              String query = "code=abc&state=" + other.state() + "&iss=http://evil.test/";
              lenient.codeIn(callback(query), other);
            })
        .hasMessageStartingWith("SC2");
  }

  @Test
  @DisplayName("SC3 the client refuses error and code at once")
  void refusesErrorWithCode() {
    Callback callback = callback("code=abc&error=access_denied&state=%s&iss=" + ISSUER);

    assertThatThrownBy(() -> checks.codeIn(callback, attempt)).hasMessageStartingWith("SC3");
  }

  @ParameterizedTest
  @DisplayName("SC3 neither error and token, nor anything twice")
  @CsvSource({
    "error=x&id_token=a.b.c&state=%s&iss=http://127.0.0.1:9400/",
    "error=x&access_token=a&state=%s&iss=http://127.0.0.1:9400/",
    "code=abc&code=def&state=%s&iss=http://127.0.0.1:9400/"
  })
  void refusesAmbiguousAnswer(String query) {
    assertThatThrownBy(() -> checks.codeIn(callback(query), attempt)).hasMessageStartingWith("SC3");
  }

  @Test
  @DisplayName("F08.6 − an answer in an address where a form was asked for")
  void takesFormOnly() {
    Callback inAddress = callback("code=abc&state=%s&iss=" + ISSUER);

    assertThatThrownBy(() -> checks.postedIn(inAddress, attempt)).hasMessageStartingWith("form");
    assertThat(
            checks
                .postedIn(Callback.posted(CALLBACK, inAddress.parameters()), attempt)
                .getAuthorizationCode()
                .getValue())
        .isEqualTo("abc");
  }

  @Test
  @DisplayName("F10 − a code flow is not answered by an ID token")
  void demandsCode() {
    Callback callback = callback("access_token=a&token_type=Bearer&state=%s&iss=" + ISSUER);

    assertThatThrownBy(() -> checks.codeIn(callback, attempt))
        .hasMessage("authorization: there is no code");
  }

  private Callback callback(String query) {
    String state = attempt.state().getValue();
    return Callback.of(URI.create(CALLBACK + "?" + query.replace("%s", state)));
  }

  private static OIDCProviderMetadata metadata(boolean promisesIssuer) {
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            new Issuer(ISSUER), List.of(SubjectType.PUBLIC), URI.create(ISSUER + "jwks"));
    metadata.setSupportsAuthorizationResponseIssuerParam(promisesIssuer);
    return metadata;
  }
}
