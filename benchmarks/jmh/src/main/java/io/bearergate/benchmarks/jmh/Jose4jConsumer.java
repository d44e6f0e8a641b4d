package io.bearergate.benchmarks.jmh;

import java.util.concurrent.Callable;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** jose4j's consumer, its key found in the set by {@code kid}. */
record Jose4jConsumer(JwtConsumer consumer) implements Contender {

  static Jose4jConsumer of(Mint mint) throws JoseException {
    return new Jose4jConsumer(
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(
                new JwksVerificationKeyResolver(new JsonWebKeySet(mint.jwks()).getJsonWebKeys()))
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, mint.key().algorithm())
            .setExpectedIssuer(Mint.ISSUER)
            .setExpectedAudience(Mint.AUDIENCE)
            .setExpectedType(true, "at+jwt")
            .setRequireExpirationTime()
            .setRequireSubject()
            .build());
  }

  @Override
  public Callable<Object> verification(String token) {
    return () -> consumer.processToClaims(token);
  }
}
