package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/** Whose token it is that {@code /userinfo} is shown. */
final class TokenHolders {

  private final Registry registry;
  private final SigningKeys keys;
  private final IssuerAddress address;
  private final Handles<Granted> opaque;

  TokenHolders(MockAuthorizationServer.Parts parts) {
    this.registry = parts.registry();
    this.keys = parts.keys();
    this.address = parts.address();
    this.opaque = parts.responses().accessTokens().opaque();
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
    return keys.currentClaims(token).filter(this::isForUs).flatMap(this::holder);
  }

  private boolean isForUs(JWTClaimsSet claims) {
    return claims.getAudience().contains(address.userInfo());
  }

  private Optional<Holder> holder(JWTClaimsSet claims) {
    try {
      String scope = Optional.ofNullable(claims.getStringClaim("scope")).orElse("");
      return registry
          .userBySubject(claims.getSubject())
          .map(user -> new Holder(user, ScopePolicy.words(scope), Binding.in(claims)));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
