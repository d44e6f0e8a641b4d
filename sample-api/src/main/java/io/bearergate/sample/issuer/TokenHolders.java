package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Whose token it is that {@code /userinfo} is shown. */
final class TokenHolders {

  private final Registry registry;
  private final SigningKeys keys;
  private final IssuerAddress address;
  private final Handles<Granted> opaque;
  private final InstantSource clock;

  TokenHolders(MockAuthorizationServer.Parts parts) {
    this.registry = parts.registry();
    this.keys = parts.keys();
    this.address = parts.address();
    this.opaque = parts.responses().accessTokens().opaque();
    this.clock = parts.clock();
  }

  /**
   * Whose token it is.
   *
   * @param binding in whose hands only
   */
  record Holder(User user, Set<String> scopes, Binding binding) {}

  /** The user and the scopes of a token that is ours, current and meant for this endpoint. */
  Optional<Holder> of(String token) {
    return opaque.find(token).flatMap(TokenHolders::ofGranted).or(() -> ofSigned(token));
  }

  private static Optional<Holder> ofGranted(Granted granted) {
    Access access = granted.access();
    return granted.user().map(user -> new Holder(user, access.scopes(), access.binding()));
  }

  private Optional<Holder> ofSigned(String token) {
    try {
      Optional<SignedJWT> jwt = keys.ours(token);
      if (jwt.isEmpty()) {
        return none();
      }
      JWTClaimsSet claims = jwt.get().getJWTClaimsSet();
      return isCurrent(claims) && isForUs(claims) ? holder(claims) : none();
    } catch (ParseException e) {
      return none();
    }
  }

  private boolean isCurrent(JWTClaimsSet claims) {
    return clock.instant().isBefore(claims.getExpirationTime().toInstant());
  }

  private boolean isForUs(JWTClaimsSet claims) {
    return claims.getAudience().contains(address.userInfo());
  }

  private Optional<Holder> holder(JWTClaimsSet claims) throws ParseException {
    String scope = Optional.ofNullable(claims.getStringClaim("scope")).orElse("");
    return registry
        .userBySubject(claims.getSubject())
        .map(user -> new Holder(user, ScopePolicy.words(scope), Binding.in(claims)));
  }

  private static Optional<Holder> none() {
    return Optional.empty();
  }
}
