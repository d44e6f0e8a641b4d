package io.bearergate.sample.issuer;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.Optional;

/**
 * A code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). A code is worth one try by a client that has
 * authenticated, whichever client that is and however the try ends.
 */
final class CodeGrant implements Grant {

  private final Handles<Granted> codes;
  private final AccessTokens accessTokens;
  private final IdTokens idTokens;

  CodeGrant(Handles<Granted> codes, AccessTokens accessTokens, IdTokens idTokens) {
    this.codes = codes;
    this.accessTokens = accessTokens;
    this.idTokens = idTokens;
  }

  @Override
  public GrantType type() {
    return GrantType.AUTHORIZATION_CODE;
  }

  @Override
  public AccessTokenResponse answer(Client client, Parameters form) throws GeneralException {
    // Taken before anything is looked at: a try that fails has burnt the code all the same.
    Optional<Granted> taken = form.single("code").flatMap(codes::take);
    AuthorizationCodeGrant presented = AuthorizationCodeGrant.parse(form.values());
    if (presented.getRedirectionURI() == null) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    Granted granted =
        taken
            .filter(found -> found.client().equals(client))
            .filter(found -> found.ask().redirectUri().equals(redirectUri(presented)))
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
    requireVerifier(granted, Optional.ofNullable(presented.getCodeVerifier()));
    return tokens(granted);
  }

  private static String redirectUri(AuthorizationCodeGrant presented) {
    return presented.getRedirectionURI().toString();
  }

  private static void requireVerifier(Granted granted, Optional<CodeVerifier> verifier)
      throws GeneralException {
    Optional<CodeChallenge> challenge = granted.ask().challenge();
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

  private AccessTokenResponse tokens(Granted granted) {
    AccessToken accessToken = accessTokens.forUser(granted);
    if (!granted.hasScope(ScopePolicy.OPENID)) {
      return new AccessTokenResponse(new Tokens(accessToken, null));
    }
    SignedJWT idToken = idTokens.issue(granted, accessToken);
    return new OIDCTokenResponse(new OIDCTokens(idToken, accessToken, null));
  }
}
