package io.bearergate.sample.flow;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.InstantSource;

/**
 * One login by an ID token that the browser posts to the client (OpenID Connect Core §3.2, OAuth
 * 2.0 Form Post Response Mode): no secret, no call from the client but for metadata and keys. It
 * belongs to the browser session it was begun in, and ends once.
 */
public final class FormPostLogin {

  private static final Scope SCOPE = new Scope("openid", "profile");

  private final Provider provider;
  private final Registration registration;
  private final InstantSource clock;
  private final Checks checks;
  private final LoginAttempt attempt = new LoginAttempt();

  private FormPostLogin(
      Provider provider, Registration registration, InstantSource clock, Checks checks) {
    this.provider = provider;
    this.registration = registration;
    this.clock = clock;
    this.checks = checks;
  }

  /**
   * Begins one.
   *
   * @throws RuntimeException if the issuer cannot be asked for its metadata
   */
  public static FormPostLogin begin(String issuer, Registration registration, InstantSource clock) {
    Checks checks = new Checks();
    return new FormPostLogin(
        Provider.discover(issuer, new RecordedHttp(), checks), registration, clock, checks);
  }

  static FormPostLogin begin(Registration registration, Trip trip) {
    return new FormPostLogin(
        Provider.discover(trip), registration, trip.landscape().clock(), trip.checks());
  }

  /** Where to send the browser. */
  public URI authorizationUri() {
    return new AuthenticationRequest.Builder(
            ResponseType.IDTOKEN,
            SCOPE,
            new ClientID(registration.clientId()),
            registration.redirectUri().orElseThrow())
        .responseMode(ResponseMode.FORM_POST)
        .endpointURI(
            provider.endpoint(
                "authorization_endpoint", OIDCProviderMetadata::getAuthorizationEndpointURI))
        .state(attempt.state())
        .nonce(attempt.nonce())
        .build()
        .toURI();
  }

  /**
   * Ends it with what the browser has posted.
   *
   * @throws CheckFailed if that is anything but this user's answer to this login
   */
  public LoggedIn finish(Callback callback) {
    AuthenticationSuccessResponse answer =
        new RedirectChecks(provider.metadata(), checks).postedIn(callback, attempt);
    checks.require(answer.getIDToken() != null, "V1", "there is an ID token");
    IDTokenClaimsSet claims =
        new IdTokenChecks(provider.issuer(), registration.clientId(), clock, checks)
            .check(answer.getIDToken(), provider.keys(), attempt);
    new FrontHashes(claims, checks).compare(attempt.state());
    return new LoggedIn(answer.getIDToken(), claims);
  }

  /** Who has logged in, and the token that says so, which is for no API (V10). */
  public record LoggedIn(JWT idToken, IDTokenClaimsSet claims) {

    @Override
    public String toString() {
      return claims.getSubject().getValue();
    }
  }
}
