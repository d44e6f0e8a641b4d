package io.bearergate.benchmarks.http.server;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** Spring Security's filter chain as a resource server, without Boot. */
final class SpringProtection implements Protection {

  @Override
  public void guard(ServletContextHandler context, TrustedIssuer issuer) {
    AnnotationConfigWebApplicationContext beans = new AnnotationConfigWebApplicationContext();
    beans.setServletContext(context.getServletContext());
    beans.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("issuer", issuer));
    beans.register(ResourceServer.class);
    beans.refresh();
    context.addFilter(
        new FilterHolder(new DelegatingFilterProxy("springSecurityFilterChain", beans)),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
  }

  /**
   * The chain and the decoder as the reference documentation has them, with a check of the
   * audience.
   */
  @Configuration(proxyBeanMethods = false)
  @EnableWebSecurity
  static class ResourceServer {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
      return http.authorizeHttpRequests(
              requests -> requests.anyRequest().hasAuthority("SCOPE_" + TrustedIssuer.SCOPE))
          .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
          .sessionManagement(
              session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .build();
    }

    @Bean
    JwtDecoder decoder(TrustedIssuer issuer) {
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<SecurityContext>(issuer.keys()))
              .jwsAlgorithm(SignatureAlgorithm.valueOf(issuer.algorithm().getName()))
              .build();
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              JwtValidators.createDefaultWithIssuer(issuer.url()),
              new JwtClaimValidator<List<String>>(
                  "aud", aud -> aud != null && aud.contains(TrustedIssuer.AUDIENCE))));
      return decoder;
    }
  }
}
