package io.bearergate.benchmarks.jmh;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;
import java.util.concurrent.Callable;

/** Nimbus's processor as its documentation sets it up for access tokens. */
record NimbusProcessor(DefaultJWTProcessor<SecurityContext> processor) implements Contender {

  static NimbusProcessor of(Mint mint) throws ParseException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.parse(mint.key().algorithm()),
            new ImmutableJWKSet<>(JWKSet.parse(mint.jwks()))));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            Mint.AUDIENCE,
            new JWTClaimsSet.Builder().issuer(Mint.ISSUER).build(),
            Set.of("sub", "exp")));
    return new NimbusProcessor(processor);
  }

  @Override
  public Callable<Object> verification(String token) {
    return () -> processor.process(token, null);
  }
}
