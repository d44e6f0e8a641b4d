package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

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
  BearerAccessToken forUser(Granted granted) {
    String value =
        granted
            .ask()
            .api()
            .map(api -> signedForUser(granted, api))
            .orElseGet(() -> opaque.keep(granted));
    return bearer(value, granted.scopes());
  }

  /** A token for a client that acts for itself: {@code sub} says so, no user has such a name. */
  BearerAccessToken forClient(Client client, Api api, Set<String> scopes) {
    JWTClaimsSet.Builder claims = claims(client, api, scopes);
    claims.subject(client.id() + "@clients").audience(api.audience());
    api.profile().describeMachine(claims);
    return bearer(sign(api, claims), scopes);
  }

  private String signedForUser(Granted granted, Api api) {
    JWTClaimsSet.Builder claims = claims(granted.client(), api, granted.scopes());
    claims.subject(granted.user().subject()).audience(audience(granted, api));
    api.profile().describeUser(claims, granted.login());
    if (api.hasRbac()) {
      claims.claim("permissions", List.copyOf(granted.user().permissionsAt(api)));
    }
    return sign(api, claims);
  }

  private List<String> audience(Granted granted, Api api) {
    return granted.hasScope(ScopePolicy.OPENID)
        ? List.of(api.audience(), address.userInfo())
        : List.of(api.audience());
  }

  private JWTClaimsSet.Builder claims(Client client, Api api, Set<String> scopes) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(address.value())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetimes.accessToken())));
    api.profile().nameClient(claims, client);
    if (!scopes.isEmpty()) {
      claims.claim("scope", String.join(" ", scopes));
    }
    return claims;
  }

  private String sign(Api api, JWTClaimsSet.Builder claims) {
    SignedJWT jwt = keys.sign(api.profile().type(), claims.build());
    return jwt.serialize();
  }

  private BearerAccessToken bearer(String value, Set<String> scopes) {
    // An empty scope may not be sent (RFC 6749 §3.3), and null is the SDK's word for none.
    return scopes.isEmpty()
        ? new BearerAccessToken(value, lifetimes.accessToken().toSeconds(), null)
        : new BearerAccessToken(
            value, lifetimes.accessToken().toSeconds(), new Scope(scopes.toArray(String[]::new)));
  }
}
