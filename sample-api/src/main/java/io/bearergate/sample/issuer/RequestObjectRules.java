package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request object must say of itself (RFC 9101 §4): from the client, for this server, for
 * now, and used for the first time.
 */
final class RequestObjectRules {

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration STRICT_LIFE = Duration.ofMinutes(60);
  private static final int LONGEST_ID_BYTES = 64;
  private static final List<JWSAlgorithm> ALGORITHMS =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.PS256);
  private static final List<JWSAlgorithm> STRICT_ALGORITHMS = List.of(JWSAlgorithm.PS256);

  private final IssuerAddress address;
  private final InstantSource clock;
  private final boolean strict;
  private final SingleUse used;

  /**
   * @param strict as FAPI 2.0 Message Signing §5.3.1 wants it
   */
  RequestObjectRules(IssuerAddress address, InstantSource clock, boolean strict) {
    this.address = address;
    this.clock = clock;
    this.strict = strict;
    this.used = new SingleUse(clock);
  }

  List<JWSAlgorithm> algorithms() {
    return strict ? STRICT_ALGORITHMS : ALGORITHMS;
  }

  /** To be asked once for each object: a good one is used up by it. */
  Optional<ErrorObject> objection(JWTClaimsSet claims, Client client) {
    boolean good =
        isFromClientForUsAndNow(claims, client)
            && !client.id().equals(claims.getSubject()) // it might pass for a client's assertion
            && (!strict || isShortLived(claims))
            && isNew(claims, client);
    return good ? Optional.empty() : Optional.of(OAuth2Error.INVALID_REQUEST_OBJECT);
  }

  private boolean isFromClientForUsAndNow(JWTClaimsSet claims, Client client) {
    try {
      verifier(client).verify(claims, null);
      return true;
    } catch (BadJWTException e) {
      return false;
    }
  }

  private DefaultJWTClaimsVerifier<SecurityContext> verifier(Client client) {
    JWTClaimsSet exact =
        new JWTClaimsSet.Builder().issuer(client.id()).claim("client_id", client.id()).build();
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            Set.of(address.value()), exact, Set.of(), Set.of("request", "request_uri")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew((int) SKEW.toSeconds());
    return verifier;
  }

  private boolean isShortLived(JWTClaimsSet claims) {
    if (claims.getNotBeforeTime() == null || claims.getExpirationTime() == null) {
      return false;
    }
    Instant begin = claims.getNotBeforeTime().toInstant();
    Instant end = claims.getExpirationTime().toInstant();
    return !begin.isBefore(clock.instant().minus(STRICT_LIFE))
        && !end.isAfter(begin.plus(STRICT_LIFE));
  }

  private boolean isNew(JWTClaimsSet claims, Client client) {
    Optional<String> id = Optional.ofNullable(claims.getJWTID());
    Instant end =
        Optional.ofNullable(claims.getExpirationTime())
            .map(date -> date.toInstant().plus(SKEW))
            .orElse(Instant.MAX);
    return id.map(
            name ->
                name.getBytes(UTF_8).length <= LONGEST_ID_BYTES
                    && used.isFirst(client.id() + " " + name, end))
        .orElse(true);
  }
}
