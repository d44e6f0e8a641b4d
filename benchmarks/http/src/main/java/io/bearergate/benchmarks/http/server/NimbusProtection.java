package io.bearergate.benchmarks.http.server;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;

/** The filter that a careful developer writes by hand with nimbus-jose-jwt's processor. */
final class NimbusProtection implements Protection {

  @Override
  public void guard(ServletContextHandler context, TrustedIssuer issuer) {
    context.addFilter(
        new FilterHolder(new NimbusFilter(processor(issuer), TrustedIssuer.SCOPE)),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
  }

  private static DefaultJWTProcessor<SecurityContext> processor(TrustedIssuer issuer) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(issuer.algorithm(), new ImmutableJWKSet<>(issuer.keys())));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            TrustedIssuer.AUDIENCE,
            new JWTClaimsSet.Builder().issuer(issuer.url()).build(),
            Set.of("sub", "exp")));
    return processor;
  }
}
