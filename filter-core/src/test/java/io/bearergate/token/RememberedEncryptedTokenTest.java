package io.bearergate.token;

import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.DecryptionKeys;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.test.TestDecryptionKey;
import io.bearergate.test.TestIssuer;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an encrypted token that was found good before")
class RememberedEncryptedTokenTest {

  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final TestDecryptionKey OURS = TestDecryptionKey.generate("ECDH-ES", "ours");

  @AutoClose private static final TestIssuer issuer = TestIssuer.start(CLOCK);

  @AutoClose private final JwkSources sources = TestRules.sources();
  private final CountedKeys keys =
      new CountedKeys(
          sources.open(issuer.issuer(), new KeyLocation.Text(issuer.jwks())), issuer.key().keyId());
  private final TokenVerifier verifier =
      new TokenVerifier(List.of(TestRules.issuer(issuer.issuer(), keys)), rules(), CLOCK);

  @Test
  void isKnownByItsOuterForm() {
    String token = encrypted();

    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

    assertThat(keys.verified()).isEqualTo(1);
  }

  @Test
  void isNotKnownByAnotherOuterForm() {
    verifier.verify(encrypted());

    assertThat(verifier.verify(encrypted())).isInstanceOf(Accepted.class);

    assertThat(keys.verified()).isEqualTo(2);
  }

  @Test
  void doesNotLetItsContentInByItself() {
    verifier.verify(encrypted());

    assertThat(verifier.verify(issuer.token(token -> token.audience("api"))))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void isNotTakenForOneWithAnotherTag() {
    String token = encrypted();
    verifier.verify(token);
    char last = token.charAt(token.length() - 1);

    String altered = token.substring(0, token.length() - 1) + (last == 'A' ? 'Q' : 'A');

    assertThat(verifier.verify(altered)).isInstanceOf(Rejected.class);
  }

  private static String encrypted() {
    return issuer.token(token -> token.audience("api").encryptedTo(OURS));
  }

  private static TokenRules rules() {
    TokenRules plain = TestRules.keeping(10, 1 << 20);
    return new TokenRules(
        plain.leeway(),
        plain.maxTokenBytes(),
        Optional.of(DecryptionKeys.parse(TestDecryptionKey.privateJwks(OURS))),
        false,
        plain.kept());
  }
}
