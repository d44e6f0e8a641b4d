package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.Optional;

/**
 * A code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). A code is worth one try by a client that has
 * authenticated, whichever client that is and however the try ends.
 */
final class CodeGrant implements Grant {

  private final Handles<IssuedCode> codes;
  private final TokenResponses responses;

  CodeGrant(Handles<IssuedCode> codes, TokenResponses responses) {
    this.codes = codes;
    this.responses = responses;
  }

  @Override
  public GrantType type() {
    return GrantType.AUTHORIZATION_CODE;
  }

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    // Taken before anything is looked at: a try that fails has burnt the code all the same.
    Optional<IssuedCode> taken = call.form().single("code").flatMap(this::take);
    AuthorizationCodeGrant presented = AuthorizationCodeGrant.parse(call.form().values());
    if (presented.getRedirectionURI() == null) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    IssuedCode code =
        taken
            .filter(found -> found.ask().client().equals(call.client()))
            .filter(found -> found.ask().redirectUri().equals(redirectUri(presented)))
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
    requireVerifier(code.ask(), Optional.ofNullable(presented.getCodeVerifier()));
    return responses.to(call, code.granted());
  }

  /** A code that is gone may have been used before, by a thief or by whoever was stolen from. */
  private Optional<IssuedCode> take(String code) {
    Optional<IssuedCode> taken = codes.take(code);
    if (taken.isEmpty()) {
      responses.refreshTokens().revokeDescendants(code);
    }
    return taken;
  }

  private static String redirectUri(AuthorizationCodeGrant presented) {
    return presented.getRedirectionURI().toString();
  }

  private static void requireVerifier(Ask ask, Optional<CodeVerifier> verifier)
      throws GeneralException {
    Optional<CodeChallenge> challenge = ask.challenge();
    if (challenge.isPresent() && verifier.isEmpty()) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    // A verifier without a challenge: somebody took the challenge off the request (RFC 9700
    // §2.1.1).
    if (!challenge.equals(verifier.map(CodeGrant::challengeOf))) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
  }

  private static CodeChallenge challengeOf(CodeVerifier verifier) {
    return CodeChallenge.compute(CodeChallengeMethod.S256, verifier);
  }
}
