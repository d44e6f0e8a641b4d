package io.bearergate.sample.flow;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.util.Date;
import java.util.Optional;

/**
 * A client that is told at once who the user is, and trades a code for tokens afterwards (OpenID
 * Connect Core §3.3). The ID token from the browser vouches for the code: a code it does not know
 * is never sent on.
 */
final class HybridClient {

  private final Provider provider;
  private final CodeClient codeClient;
  private final IdTokenChecks idTokenChecks;
  private final Checks checks;

  HybridClient(Provider provider, Registration registration, Trip trip) {
    this.provider = provider;
    this.codeClient = new CodeClient(provider, registration, trip);
    this.checks = trip.checks();
    this.idTokenChecks =
        new IdTokenChecks(
            provider.issuer(), registration.clientId(), trip.landscape().clock(), checks);
  }

  /** Where to send the browser: to log in, and for a token with these scopes at the API. */
  URI authorizationUri(LoginAttempt attempt, String scopes) {
    return codeClient
        .request(ResponseType.CODE_IDTOKEN, attempt, scopes)
        .responseMode(ResponseMode.FORM_POST)
        .build()
        .toURI();
  }

  URI redirectUri() {
    return codeClient.redirectUri();
  }

  /**
   * What the browser has posted, checked and traded in; and again checked. An access token that
   * came along is checked, too, and then forgotten: it is not the one for the API.
   */
  OIDCTokens redeem(Callback callback, LoginAttempt attempt) {
    AuthenticationSuccessResponse answer =
        new RedirectChecks(provider.metadata(), checks).postedIn(callback, attempt);
    AuthorizationCode code = answer.getAuthorizationCode();
    checks.require(code != null && answer.getIDToken() != null, "V1", "a code and an ID token");
    IDTokenClaimsSet first = idTokenChecks.check(answer.getIDToken(), provider.keys(), attempt);
    FrontHashes hashes = new FrontHashes(first, checks);
    hashes.require(code);
    hashes.compare(attempt.state());
    Optional.ofNullable(answer.getAccessToken()).ifPresent(hashes::require);
    OIDCTokens tokens = codeClient.redeem(code, attempt);
    requireSameLogin(first, claims(tokens.getIDToken()));
    return tokens;
  }

  /** OpenID Connect Core §3.3.3.6. */
  void requireSameLogin(IDTokenClaimsSet first, IDTokenClaimsSet second) {
    checks.require(
        first.getIssuer().equals(second.getIssuer())
            && first.getSubject().equals(second.getSubject()),
        "hybrid",
        "both ID tokens tell of the same user");
    Optional<Date> before = Optional.ofNullable(first.getAuthenticationTime());
    Optional<Date> after = Optional.ofNullable(second.getAuthenticationTime());
    checks.require(
        before.isEmpty() || after.isEmpty() || before.equals(after),
        "hybrid",
        "both ID tokens tell of the same login");
  }

  private static IDTokenClaimsSet claims(JWT checked) {
    try {
      return new IDTokenClaimsSet(checked.getJWTClaimsSet());
    } catch (ParseException | java.text.ParseException e) {
      throw new IllegalStateException("an ID token that has passed its checks", e);
    }
  }
}
