package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What there is to be told of a token, and who may be told. */
final class IssuedTokens {

  private final Registry registry;
  private final SigningKeys keys;
  private final IssuerAddress address;
  private final TokenResponses responses;

  IssuedTokens(MockAuthorizationServer.Parts parts) {
    this.registry = parts.registry();
    this.keys = parts.keys();
    this.address = parts.address();
    this.responses = parts.responses();
  }

  /**
   * The members of the answer; empty for a token that is not, or not this client's to ask about.
   */
  Optional<Map<String, ?>> describe(String token, Client asking) {
    Optional<Map<String, ?>> accessToken =
        keys.currentClaims(token)
            .filter(claims -> mayKnow(asking, claims))
            .map(claims -> signed(claims));
    return accessToken
        .or(() -> opaque(token).filter(own -> own.isFor(asking)).map(this::bearer))
        .or(() -> refresh(token).filter(own -> own.isFor(asking)).map(this::unsigned));
  }

  private Optional<Granted> opaque(String token) {
    return responses.accessTokens().opaque().find(token);
  }

  private Optional<Granted> refresh(String token) {
    return responses.refreshTokens().find(token).map(RefreshFamily::granted);
  }

  /** Whatever else we sign has no API for its audience. */
  private boolean mayKnow(Client asking, JWTClaimsSet claims) {
    return claims.getAudience().stream()
        .flatMap(audience -> registry.api(audience).stream())
        .anyMatch(api -> asking.scopesAt(api).isPresent());
  }

  private static Map<String, ?> signed(JWTClaimsSet claims) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("active", true);
    told.put("token_type", AccessTokenType.BEARER.getValue());
    told.putAll(claims.toJSONObject());
    told.putIfAbsent("client_id", claims.getClaim("azp"));
    return told;
  }

  private Map<String, ?> bearer(Granted granted) {
    Map<String, Object> told = unsigned(granted);
    told.put("token_type", AccessTokenType.BEARER.getValue());
    return told;
  }

  private Map<String, Object> unsigned(Granted granted) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("active", true);
    told.put("iss", address.value());
    told.put("client_id", granted.client().id());
    told.put("scope", String.join(" ", granted.access().scopes()));
    granted.user().ifPresent(user -> told.put("sub", user.subject()));
    return told;
  }
}
