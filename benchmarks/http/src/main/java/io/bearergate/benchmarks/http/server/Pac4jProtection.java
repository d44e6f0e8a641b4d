package io.bearergate.benchmarks.http.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.servlet.DispatcherType;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.pac4j.core.authorization.authorizer.Authorizer;
import org.pac4j.core.config.Config;
import org.pac4j.core.profile.UserProfile;
import org.pac4j.http.client.direct.DirectBearerAuthClient;
import org.pac4j.jee.filter.SecurityFilter;
import org.pac4j.jwt.config.signature.ECSignatureConfiguration;
import org.pac4j.jwt.config.signature.RSASignatureConfiguration;
import org.pac4j.jwt.config.signature.SignatureConfiguration;
import org.pac4j.jwt.credentials.authenticator.JwtAuthenticator;

/**
 * pac4j's filter with a bearer client. Its authenticator checks signature and expiry; issuer,
 * audience and scope are an authorizer's, whose refusal pac4j answers with 403.
 */
final class Pac4jProtection implements Protection {

  @Override
  public void guard(ServletContextHandler context, TrustedIssuer issuer) {
    DirectBearerAuthClient client =
        new DirectBearerAuthClient(new JwtAuthenticator(signature(issuer)));
    Authorizer meantForUs = (web, session, profiles) -> isForUs(profiles, issuer.url());
    Config config = new Config(client, Map.of("meantForUs", meantForUs));
    context.addFilter(
        new FilterHolder(new SecurityFilter(config, client.getName(), "meantForUs")),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
  }

  private static boolean isForUs(List<UserProfile> profiles, String issuer) {
    UserProfile profile = profiles.get(0);
    return issuer.equals(profile.getAttribute("iss"))
        && profile.getAttribute("aud") instanceof List<?> audiences
        && audiences.contains(TrustedIssuer.AUDIENCE)
        && profile.getAttribute("scope") instanceof String scopes
        && Arrays.asList(scopes.split(" ", -1)).contains(TrustedIssuer.SCOPE);
  }

  private static SignatureConfiguration signature(TrustedIssuer issuer) {
    JWK key = issuer.keys().getKeys().get(0);
    try {
      if (key instanceof RSAKey rsa) {
        KeyPair publicHalf = new KeyPair(rsa.toRSAPublicKey(), null);
        return new RSASignatureConfiguration(publicHalf, issuer.algorithm());
      }
      KeyPair publicHalf = new KeyPair(((ECKey) key).toECPublicKey(), null);
      return new ECSignatureConfiguration(publicHalf, issuer.algorithm());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("no public key in the JWKS", e);
    }
  }
}
