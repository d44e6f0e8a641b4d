package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JWT signed with a key of the client's own (RFC 7523 §3). A client may have two keys, so that
 * one can follow the other; each signs by the algorithm it is registered with.
 */
final class SignedAssertion implements ClientProof {

  /** What keys may be registered for. */
  static final List<JWSAlgorithm> ALGORITHMS =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.PS256);

  private static final int LONGEST = 2048;
  private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
      new DefaultJOSEObjectTypeVerifier<>(
          null, JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));

  private final Map<String, JWKSet> keys;
  private final AssertionClaims expected;

  SignedAssertion(Map<String, JWKSet> keys, AssertionClaims expected) {
    this.keys = Map.copyOf(keys);
    this.expected = expected;
  }

  @Override
  public boolean holds(Optional<Client> client, ClientAuthentication presented) {
    return presented instanceof PrivateKeyJWT assertion
        && client
            .flatMap(known -> verified(known, assertion.getClientAssertion()))
            .filter(expected::areMetBy)
            .isPresent();
  }

  /** The claims, if this client has signed them. */
  private Optional<JWTClaimsSet> verified(Client client, SignedJWT assertion) {
    JWKSet own = keys.getOrDefault(client.id(), new JWKSet());
    try {
      return assertion.getParsedString().length() > LONGEST
          ? Optional.empty()
          : Optional.of(processor(own).process(assertion, null))
              .filter(claims -> client.id().equals(claims.getSubject()));
    } catch (BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(TYPES);
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(Set.copyOf(ALGORITHMS), new ImmutableJWKSet<>(keys)));
    // The SDK's own go by the machine's clock.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }
}
