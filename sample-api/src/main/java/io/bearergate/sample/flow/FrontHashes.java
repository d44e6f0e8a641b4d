package io.bearergate.sample.flow;

import static com.nimbusds.jose.JWSAlgorithm.RS256;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.StateHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.AuthorizationCodeValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import com.nimbusds.openid.connect.sdk.validators.StateValidator;

/**
 * Whether what came through the browser beside an ID token was issued with it (OpenID Connect Core
 * §3.3.2.9 to §3.3.2.11). A missing hash is as bad as a wrong one, but for that of the state, which
 * only some profiles have.
 */
record FrontHashes(IDTokenClaimsSet claims, Checks checks) {

  /** V7. */
  void require(AuthorizationCode code) {
    CodeHash hash = claims.getCodeHash();
    checks.require(
        hash != null && fits(() -> AuthorizationCodeValidator.validate(code, RS256, hash)),
        "V7",
        "the code was issued with this ID token");
  }

  /** V6. */
  void require(AccessToken token) {
    AccessTokenHash hash = claims.getAccessTokenHash();
    checks.require(
        hash != null && fits(() -> AccessTokenValidator.validate(token, RS256, hash)),
        "V6",
        "the access token was issued with this ID token");
  }

  /** V7 for the state, where the ID token speaks of it. */
  void compare(State state) {
    StateHash hash = claims.getStateHash();
    if (hash != null) {
      checks.require(
          fits(() -> StateValidator.validate(state, RS256, hash)),
          "V7",
          "the ID token was issued for this state");
    }
  }

  private static boolean fits(Comparison comparison) {
    try {
      comparison.run();
      return true;
    } catch (InvalidHashException e) {
      return false;
    }
  }

  @FunctionalInterface
  private interface Comparison {
    void run() throws InvalidHashException;
  }
}
