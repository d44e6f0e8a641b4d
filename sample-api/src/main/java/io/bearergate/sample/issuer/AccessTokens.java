package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/** Writes access tokens: signed ones for an API in its profile, opaque ones for nobody else. */
final class AccessTokens {

  private final SigningKeys keys;
  private final IssuerAddress address;
  private final Lifetimes lifetimes;
  private final InstantSource clock;
  private final Handles<Granted> opaque;

  AccessTokens(SigningKeys keys, IssuerAddress address, Lifetimes lifetimes, InstantSource clock) {
    this.keys = keys;
    this.address = address;
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.opaque = new Handles<>("bga_", lifetimes.accessToken(), clock);
  }

  /** What opaque tokens stand for; {@code /userinfo} asks. */
  Handles<Granted> opaque() {
    return opaque;
  }

  /** A token for the API that was asked for; an opaque one if none was. */
  AccessToken issue(Granted granted, GrantType how) {
    String value =
        granted
            .access()
            .api()
            .map(api -> sign(api, claims(granted, api, how)))
            .orElseGet(() -> opaque.keep(granted, lifetimes.accessToken(how)));
    return inWords(value, lifetimes.accessToken(how), granted.access());
  }

  private JWTClaimsSet.Builder claims(Granted granted, Api api, GrantType how) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(address.value())
            .subject(subject(granted))
            .audience(audience(granted, api))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetimes.accessToken(how))));
    api.profile().describe(claims, granted, how);
    if (granted.client().logoutUri().isPresent()) { // or nobody could tell which tokens end
      granted.login().ifPresent(login -> claims.claim("sid", login.sessionId()));
    }
    granted.access().binding().describe(claims);
    if (!granted.access().scopes().isEmpty()) {
      claims.claim("scope", String.join(" ", granted.access().scopes()));
    }
    if (!granted.access().details().isEmpty()) {
      claims.claim(
          "authorization_details", AuthorizationDetail.toJSONArray(granted.access().details()));
    }
    if (api.hasRbac()) {
      granted
          .user()
          .ifPresent(user -> claims.claim("permissions", List.copyOf(user.permissionsAt(api))));
    }
    return claims;
  }

  /** A client that acts for itself is named so that no user can have its name. */
  private static String subject(Granted granted) {
    return granted.user().map(User::subject).orElseGet(() -> granted.client().id() + "@clients");
  }

  private List<String> audience(Granted granted, Api api) {
    return granted.hasScope(ScopePolicy.OPENID)
        ? List.of(api.audience(), address.userInfo())
        : List.of(api.audience());
  }

  private String sign(Api api, JWTClaimsSet.Builder claims) {
    SignedJWT jwt = keys.sign(api.profile().type(), claims.build());
    return api.encryptionKey().map(key -> EncryptedToken.of(jwt, key)).orElseGet(jwt::serialize);
  }

  private static AccessToken inWords(String value, Duration life, Access access) {
    // An empty scope or list may not be sent (RFC 6749 §3.3), and null is the SDK's word for none.
    Scope scope =
        access.scopes().isEmpty() ? null : new Scope(access.scopes().toArray(String[]::new));
    List<AuthorizationDetail> details =
        access.details().isEmpty() ? null : access.detailsForClient();
    return access.binding().key().isPresent()
        ? new DPoPAccessToken(value, life.toSeconds(), scope, details, null)
        : new BearerAccessToken(value, life.toSeconds(), scope, details, null);
  }
}
