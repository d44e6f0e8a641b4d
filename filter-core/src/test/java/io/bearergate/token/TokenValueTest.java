package io.bearergate.token;

import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.GateListener;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.test.TestIssuer;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the text of an accepted token")
class TokenValueTest {

  @AutoClose private static final TestIssuer issuer = TestIssuer.start(InstantSource.fixed(NOW));

  @AutoClose private final JwkSources sources = TestRules.sources();

  private final TokenVerifier verifier =
      new TokenVerifier(
          List.of(
              TestRules.issuer(
                  issuer.issuer(),
                  sources.open(issuer.issuer(), new KeyLocation.Text(issuer.jwks())))),
          TestRules.keeping(10, 1 << 20),
          InstantSource.fixed(NOW),
          GateListener.NONE);

  private final String text = issuer.token(t -> t.audience("api"));

  @Test
  void isWhatWasPresentedTheFirstTimeAndLater() {
    assertThat(accepted("Bearer " + text, 7).value().reveal()).isEqualTo(text);
    assertThat(accepted("bearer   " + text, 9).value().reveal()).isEqualTo(text);
  }

  @Test
  void isShownByNobodyThatPrintsIt() {
    AccessToken token = accepted(text, 0);

    assertThat(token.value()).hasToString("TokenValue[hidden]");
    assertThat(token.toString()).doesNotContain(text).doesNotContain("TokenValue");
    assertThat(token.claims().toString()).doesNotContain(text);
  }

  @Test
  void isNotWrittenToASession() {
    assertThat(token().value()).isNotInstanceOf(Serializable.class);
    assertThat(token()).isNotInstanceOf(Serializable.class);
  }

  @Test
  void isLeftOutByWhateverWritesFieldsDown() throws NoSuchFieldException {
    int field = TokenValue.class.getDeclaredField("text").getModifiers();

    assertThat(Modifier.isTransient(field)).isTrue();
  }

  private AccessToken token() {
    return accepted(text, 0);
  }

  private AccessToken accepted(String field, int start) {
    return ((VerificationResult.Accepted) verifier.verifyExceptBinding(field, start)).token();
  }
}
